import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { file, follow, type Project } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

type Problem = { path: string; message: string };

/** What is wrong, the field it is told of, and what the applicant reads. */
const FAULTS: [string, Record<string, unknown>, string, RegExp][] = [
  ['a negative amount', { investment: -1 }, 'investment', /总投资应当大于0/],
  ['no finite amount', { investment: Number.POSITIVE_INFINITY }, 'investment', /请填写总投资/],
  ['an amount in words', { investment: '二百万' }, 'investment', /阿拉伯数字.*万元/],
  [
    'a name of 10,000 characters',
    { projectName: '长'.repeat(10_000) },
    'projectName',
    /有10000个字，请精简到100个字以内/,
  ],
  [
    'two quotes',
    { quotes: ['甲公司', '乙公司'].map((vendor) => ({ vendor, price: 150 })) },
    'quotes',
    /现有2家.*补充到三家以上/,
  ],
  ['no meeting', { decisionMeeting: undefined }, 'decisionMeeting', /会议、日期和纪要文号/],
  ['HTML in a field', { goals: '提速<img src=x onerror=alert(1)>百分之三十' }, 'goals', /网页标签/],
  ['an unknown county', { level: 'county', county: '星子县' }, 'county', /“星子县”不在/],
  ['an unknown unit', { applicantUnit: '市教育句' }, 'applicantUnit', /“市教育句”不在单位名录中/],
];

/** Waits for the correction task and gives the problems it shows. */
async function problemsOf(project: Project): Promise<Problem[]> {
  await project.shown('Task_SupplementMaterials');
  const { problems } = await project.variables();
  return problems as Problem[];
}

test.concurrent('each bad application gets a clear problem, can be corrected, and then goes on', async () => {
  await Promise.all(
    FAULTS.map(async ([what, differs, path, message]) => {
      const project = await file(world, anApplication(differs));
      const problem = (await problemsOf(project)).find((found) => found.path === path);
      expect([what, problem?.message]).toEqual([what, expect.stringMatching(message)]);

      await project.finish('Task_SupplementMaterials', {
        outcome: 'submit',
        application: anApplication(),
      });
      await project.open('Task_PreliminaryReview');
    }),
  );
});

test.concurrent('a number no computer holds, filed past the form, comes back to the applicant too', async () => {
  const application = JSON.stringify(anApplication({ investment: 0 }));
  const variables = `{"application":${application.replace('"investment":0', '"investment":1e309')}}`;
  const response = await fetch(`${world.rest}/v2/process-instances`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"processDefinitionId":"project-application","variables":${variables}}`,
  });
  const { processInstanceKey } = (await response.json()) as { processInstanceKey: number };

  expect(await problemsOf(follow(world, String(processInstanceKey)))).toEqual([
    expect.objectContaining({
      path: 'investment',
      message: expect.stringMatching(/总投资应当用阿拉伯数字填写/),
    }),
  ]);
});

test.concurrent('when nothing at all was filed, the supervising office gets the correction', async () => {
  const project = await file(world, undefined);

  expect(await problemsOf(project)).not.toEqual([]);
  const supplement = await project.open('Task_SupplementMaterials');
  expect(supplement).toMatchObject({ body: '市数字政府领导小组办公室' });
});

test.concurrent('the card of a task whose amount cannot be read still names the project', async () => {
  const project = await file(
    world,
    anApplication({ investment: '二百万', projectName: '有名平台' }),
  );
  const { elementInstanceKey } = await project.shown('Task_SupplementMaterials');

  const card = (await project.allVariables()).find(
    ({ scope, name }) => scope === elementInstanceKey && name === 'taskContextDisplayName',
  );
  expect(card?.value).toBe(`${await project.id()} 有名平台`);
});
