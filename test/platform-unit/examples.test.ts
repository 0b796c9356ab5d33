import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readExamples } from '../../files/examples.ts';
import { loadDirectory } from '../../files/organization.ts';
import { draftOf } from '../../law/application/index.ts';
import { judge } from '../../law/application/judge.ts';
import { applyingUnit } from '../../law/application/units.ts';
import { fileExamples, leaveExamplesOut } from '../../platform/file-examples.ts';

const EXAMPLES = 'config/examples';

describe('the example applications', () => {
  const directory = loadDirectory('config/organization.yaml');
  const problemsOf = (application: object) =>
    judge(application, draftOf(application), {
      today: '2026-01-05',
      unit: (name) => applyingUnit(name, directory),
      counties: directory.counties(),
      openProjects: [],
    }).problems.map(({ article }) => article);

  test.each(readExamples(EXAMPLES))('%s says about itself what is true', (name, application) => {
    const lacks = name.startsWith('incomplete') ? ['第十八条第三项', '第十八条第二项'] : [];
    expect(problemsOf(application)).toEqual(lacks);
  });
});

type Filed = { projectName: string; key: string };

/** An engine that keeps what is filed; the launcher may be killed just before or just after a start. */
function anEngine(killAt?: { start: number; before: boolean }) {
  const filed: Filed[] = [];
  let starts = 0;
  const deps = {
    engine: {
      async createProcessInstance({ variables }: { variables: object }) {
        starts += 1;
        const killed = killAt?.start === starts;
        if (killed && killAt?.before) throw new Error('killed');
        const key = String(1000 + starts);
        const { application } = variables as { application: { projectName: string } };
        filed.push({ projectName: application.projectName, key });
        if (killed) throw new Error('killed');
        return { processInstanceKey: key };
      },
    } as never,
    instanceOf: async (name: string) => filed.find(({ projectName }) => projectName === name)?.key,
  };
  return { deps, filed };
}

describe('filing the examples', () => {
  let folder: string;
  let state: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'examples-'));
    state = join(folder, 'examples.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const all = readExamples(EXAMPLES).map(([, { projectName }]) => projectName);
  const names = (filed: Filed[]) => filed.map(({ projectName }) => projectName);

  test('each is filed on the first start, and on no later one', async () => {
    const { deps, filed } = anEngine();
    await fileExamples(EXAMPLES, state, deps);
    await fileExamples(EXAMPLES, state, deps);
    expect(names(filed)).toEqual(all);
  });

  test('a folder that began without them stays without them', async () => {
    const { deps, filed } = anEngine();
    leaveExamplesOut(state);
    await fileExamples(EXAMPLES, state, deps);
    expect(filed).toEqual([]);
  });

  const moments = all.flatMap((_, i) => [true, false].map((before) => ({ start: i + 1, before })));
  test.each(moments)('killed at %j, none is lost and none is filed twice', async (killAt) => {
    const { deps, filed } = anEngine(killAt);
    await expect(fileExamples(EXAMPLES, state, deps)).rejects.toThrow('killed');
    await fileExamples(EXAMPLES, state, deps);
    expect(names(filed).sort()).toEqual([...all].sort());
  });
});
