import { expect, test } from '@jest/globals';
import { createTurns } from '../../../web-modeler/server/turns.ts';

/** Work that goes on until it is told to end. */
function work() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end: () => end() };
}

test('a person’s works are done one after the other, another’s beside them', async () => {
  const turns = createTurns();
  const begun: string[] = [];
  const [first, second] = [work(), work()];
  const all = [
    turns('zhang', () => {
      begun.push('zhang 1');
      return first.ended;
    }),
    turns('zhang', () => {
      begun.push('zhang 2');
      return second.ended;
    }),
  ];
  await turns('li', async () => void begun.push('li 1'));
  expect(begun).toEqual(['zhang 1', 'li 1']);
  first.end();
  second.end();
  await Promise.all(all);
  expect(begun).toEqual(['zhang 1', 'li 1', 'zhang 2']);
});

test('who has too much waiting is told so, and may ask again when it is done; others are not', async () => {
  const turns = createTurns();
  const one = work();
  const all = [1, 2, 3, 4, 5].map(() => turns('zhang', () => one.ended));
  await expect(turns('zhang', async () => {})).rejects.toMatchObject({
    code: 'too-many-computations',
    message: expect.stringContaining('请等它们完成后再试'),
  });
  await turns('li', async () => {});
  one.end();
  await Promise.all(all);
  expect(await turns('zhang', async () => 'done')).toBe('done');
});

test('a work that fails holds nothing up', async () => {
  const turns = createTurns();
  const failing = turns('zhang', async () => {
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  expect(await turns('zhang', async () => 'done')).toBe('done');
});
