import { describe, expect, test } from '@jest/globals';
import { importProgress } from '../../../engine/opensearch/import-progress.ts';
import { newest, taken } from '../../support/import-answers.ts';

/** What is exported and what is imported at each question. */
async function ask(moments: [exported: number, imported: number][]): Promise<boolean[]> {
  let moment = 0;
  const progress = importProgress({
    exists: async () => true,
    async call(_method, path) {
      const [exported, imported] = moments[moment] ?? [0, 0];
      if (path.startsWith('zeebe-record_user-task_')) return newest(exported);
      return path.startsWith('tasklist-') ? taken(imported) : newest();
    },
  });
  const answers: boolean[] = [];
  for (moment = 0; moment < moments.length; moment += 1) answers.push(await progress());
  return answers;
}

describe('Tasklist’s importer', () => {
  test('goes on while it takes in anything, however far behind it is', async () => {
    expect(
      await ask([
        [10, 4],
        [20, 10],
        [90, 11],
        [200, 12],
      ]),
    ).toEqual([true, true, true, true]);
  });

  test('has stopped when it has not', async () => {
    expect(
      await ask([
        [10, 4],
        [10, 4],
        [10, 4],
      ]),
    ).toEqual([true, false, false]);
  });

  test('is at rest when there is nothing new', async () => {
    expect(
      await ask([
        [10, 10],
        [10, 10],
      ]),
    ).toEqual([true, true]);
  });
});
