import { afterEach, expect, test } from '@jest/globals';
import type { ModelFile } from '../../../models/model-index.ts';
import type { Scenario } from '../../../web-modeler/scenario/play.ts';
import { createPlayer, type Player } from '../../../web-modeler/scenario/server/player.ts';
import { anApplication } from '../../process/support/application.ts';
import { shippedFiles } from './support/surroundings.ts';

const WORLD = {
  organizationFile: 'config/organization.yaml',
  holidayFolder: 'test/process/support/holidays',
};
const scenario: Scenario = {
  ...{ processId: 'project-application', filedOn: '2031-09-22', choices: [], until: null },
  variables: { application: anApplication() },
};
const players: Player[] = [];

function player(limits: { longestMs?: number; mostMegabytes?: number } = {}): Player {
  const created = createPlayer(WORLD, limits);
  players.push(created);
  return created;
}

afterEach(() => Promise.all(players.splice(0).map((some) => some.close())));

test('a thread of its own plays, and refuses with the code and the choice', async () => {
  const files = await shippedFiles();
  const { play } = player();
  const { visits, ended } = await play(files, scenario);
  expect(visits).toMatchObject([{ label: '初步审核', body: '市数字政府领导小组办公室' }]);
  expect(ended).toBe(false);
  const choices = [{ on: '2031-09-22', visit: 'nowhere', outcome: 'approve', answer: {} }];
  await expect(play(files, { ...scenario, choices })).rejects.toMatchObject({
    ...{ name: 'ScenarioError', code: 'bad-choice', choice: 0 },
  });
}, 60_000);

/** The models with another expression where a project's secrecy is asked. */
const asking = (files: ModelFile[], expression: string) =>
  files.map((file) =>
    file.path === 'project-application/project-application.bpmn'
      ? { ...file, source: file.source.replace('=classified = true', expression) }
      : file,
  );
const FOR_EVER =
  '=some a in 1..30000 satisfies some b in 1..30000 satisfies some c in 1..30000 satisfies a + b + c &lt; 0';
const WITHOUT_END = '=count(for a in 1..9000, b in 1..9000 return [a, b, string(a * b)]) = 0';

test('while one plays what never ends, others are played', async () => {
  const files = await shippedFiles();
  const { play, close } = player({ longestMs: 600_000 });
  const endless = play(asking(files, FOR_EVER), scenario);
  const told = expect(endless).rejects.toThrow('closed before it answered');
  for (const _ of [1, 2]) expect((await play(files, scenario)).visits).toHaveLength(1);
  // It is played until now.
  await close();
  await told;
}, 120_000);

test('what needs memory without end ends with its thread, and what others ask does not', async () => {
  const files = await shippedFiles();
  const { play } = player({ longestMs: 600_000, mostMegabytes: 160 });
  const endless = expect(play(asking(files, WITHOUT_END), scenario)).rejects.toMatchObject({
    code: 'scenario-takes-too-long',
    message: expect.stringContaining('内存'),
  });
  expect((await play(files, scenario)).visits).toHaveLength(1);
  await endless;
  expect((await play(files, scenario)).visits).toHaveLength(1);
}, 300_000);

test('an expression made to be slow stops neither the server nor the next scenario', async () => {
  const files = await shippedFiles();
  const slow = asking(files, FOR_EVER);
  // Long enough for a thread's start on a busy machine.
  const { play } = player({ longestMs: 25_000 });
  await play(files, scenario);
  await expect(play(slow, scenario)).rejects.toMatchObject({
    code: 'scenario-takes-too-long',
  });
  expect((await play(files, scenario)).visits).toHaveLength(1);
}, 240_000);

test('who still waits when it is closed is told so at once', async () => {
  const some = player();
  const told = expect(some.play([], scenario)).rejects.toThrow('closed before it answered');
  await some.close();
  await told;
});
