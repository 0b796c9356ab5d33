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

function player(longestMs?: number): Player {
  const created = createPlayer(WORLD, longestMs);
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

test('an expression made to be slow stops neither the server nor the next scenario', async () => {
  const files = await shippedFiles();
  const slow = files.map((file: ModelFile) =>
    file.path === 'project-application/project-application.bpmn'
      ? {
          path: file.path,
          source: file.source.replace(
            '=classified = true',
            '=count(for a in 1..9000, b in 1..9000 return a * b) = 0',
          ),
        }
      : file,
  );
  const { play } = player(10_000);
  await play(files, scenario);
  await expect(play(slow, scenario)).rejects.toMatchObject({
    code: 'scenario-takes-too-long',
  });
  expect((await play(files, scenario)).visits).toHaveLength(1);
}, 120_000);

test('who still waits when it is closed is told so at once', async () => {
  const some = player();
  const told = expect(some.play([], scenario)).rejects.toThrow('closed before it answered');
  await some.close();
  await told;
});
