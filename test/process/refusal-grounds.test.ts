import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { mailsOf } from './support/mail.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

/** Art. 22, item by item, with words that only this item's notice has. */
const GROUNDS = {
  'item-1': ['第一项', '机房'],
  'item-2': ['第二项', '互联网出口'],
  'item-3': ['第三项', '政务云'],
  'item-4': ['第四项', '安全可靠'],
  'item-5': ['第五项', '密码应用'],
  'item-6': ['第六项', '绩效目标'],
  'item-7': ['第七项', '验收'],
} as const;

async function reviewed(answers: object) {
  const project = await fileAt(world, 'Task_PreliminaryReview', anApplication());
  await project.finish('Task_PreliminaryReview', { necessity: 'sufficient', ...answers });
  const end = await project.end();
  const mails = await mailsOf(world, await project.id(), 'not-supported');
  return { end, mails, text: mails[0]?.text ?? '' };
}

/** The lines of a notice that name a ground. */
const groundsIn = (text: string) => text.match(/第二十二条第.项/g) ?? [];

test.concurrent('each of the seven grounds alone refuses the project, and the notice names it', async () => {
  await Promise.all(
    Object.entries(GROUNDS).map(async ([item, [number, words]]) => {
      const { end, mails, text } = await reviewed({ outcome: 'approve', refusalItems: [item] });
      expect(end).toBe('End_NotSupported');
      expect(mails).toMatchObject([{ to: expect.arrayContaining(['jiaoyu@jiujiang.example']) }]);
      expect(groundsIn(text)).toEqual([`第二十二条${number}`]);
      expect(text).toContain(words);
    }),
  );
});

test.concurrent('a refusal by the reviewer names the grounds that were ticked, and the opinion', async () => {
  const [ticked, bare] = await Promise.all([
    reviewed({ outcome: 'reject', opinion: '应当上云', refusalItems: ['item-3', 'item-6'] }),
    reviewed({ outcome: 'reject', opinion: '并非必要', refusalItems: null }),
  ]);

  expect(ticked.end).toBe('End_NotSupported');
  expect(groundsIn(ticked.text)).toEqual(['第二十二条第三项', '第二十二条第六项']);
  expect(ticked.text).toContain('应当上云');
  expect(bare.end).toBe('End_NotSupported');
  expect(groundsIn(bare.text)).toEqual([]);
  expect(bare.text).toContain('并非必要');
});
