import { z } from 'zod';
import { reason } from '../../../engine/deployment/refusals.ts';
import type { RunningTask } from '../../../engine/running.ts';
import { formsWith, partName } from '../../../models/parts.ts';
import type { StoredSubmission } from '../../../records/index.ts';
import { ApiError } from '../../../site/server/errors.ts';
import { kindOf } from '../../api/kind.ts';
import type { Handlers } from '../../server/world.ts';
import type { publishingRoutes, Running } from '../api.ts';
import type { PublishingDeps } from './deps.ts';
import { labelOf, processProblem, stepProblem, type Version } from './migratable.ts';
import { textsOf } from './models.ts';
import { readOne } from './submissions.ts';
import { processesOf, readVersion } from './versions.ts';

/** Who is concerned by a submission: running projects by step and version of the processes it changes. */
export function impact(deps: PublishingDeps): Handlers<typeof publishingRoutes, 'readImpact'> {
  const { storage, engine } = deps;

  return {
    async readImpact({ params }) {
      const submission = await readOne(deps, params.id);
      const after = await processesOf(storage, submission.commit);
      const before = await processesOf(storage, await storage.ref('published'));
      const concerned = await concernedProcesses(deps, submission, [before, after]);
      const running: Running[] = [];
      for (const processId of concerned) {
        const tasks = await engine.runningTasks(processId).catch((error: unknown) => {
          throw new ApiError(
            'engine-unavailable',
            '暂时查不到在办项目，请稍后再试；如仍不行，请联系管理员查看引擎是否运行。',
            { engine: reason(error) },
          );
        });
        for (const [{ processDefinitionVersion: version, elementId }, instances] of byStep(tasks)) {
          const source = await readVersion(deps, processId, version);
          const target = after.get(processId)?.version;
          const why = problem(source?.version, target, elementId);
          running.push({
            processId,
            processName: nameOf(target ?? before.get(processId)?.version) ?? processId,
            version,
            elementId,
            label: labelOf(source?.version ?? target ?? NOTHING, elementId),
            count: instances.size,
            movable: why === null,
            reason: why,
          });
        }
      }
      return { running: running.sort(byPlace) };
    },
  };
}

const formSchema = z.object({ id: z.string() });

const NOTHING: Version = { process: { $type: 'bpmn:Process' }, elements: new Map() };

/** Each step of each version with the instances that are at it: of several signers one project. */
function byStep(tasks: RunningTask[]): Iterable<[RunningTask, Set<string>]> {
  const steps = new Map<string, [RunningTask, Set<string>]>();
  for (const task of tasks) {
    const key = `${task.processDefinitionVersion} ${task.elementId}`;
    const [first, instances] = steps.get(key) ?? [task, new Set<string>()];
    steps.set(key, [first, instances.add(task.processInstanceKey)]);
  }
  return steps.values();
}

function problem(
  source: Version | undefined,
  target: Version | undefined,
  elementId: string,
): string | null {
  if (!target) return '新版本没有这个流程，请让在办项目按原版本办完。';
  if (!source) return '这里没有保存项目所用版本的模型，无法检查，请让它按原版本办完。';
  return processProblem(source, target) ?? stepProblem(source, target, elementId);
}

function nameOf(version: Version | undefined): string | undefined {
  return version?.process.name;
}

function byPlace(a: Running, b: Running): number {
  return (
    a.processId.localeCompare(b.processId) ||
    a.version - b.version ||
    a.elementId.localeCompare(b.elementId)
  );
}

type Processes = Map<string, { path: string; source: string }>;

/** Processes whose diagram changes, or a form (or a part of it), table or notice they name. */
async function concernedProcesses(
  { storage }: Pick<PublishingDeps, 'storage'>,
  { files, commit }: StoredSubmission,
  sides: Processes[],
): Promise<string[]> {
  const paths = new Set(files.map(({ path }) => path));
  const published = await storage.ref('published');
  const names = await Promise.all(
    files.map(async ({ path }) => {
      const texts = await Promise.all([storage.read(published, path), storage.read(commit, path)]);
      return texts.flatMap((file) => (file ? namesIn(path, file.source) : []));
    }),
  );
  const parts = files.flatMap(({ path }) => partName(path) ?? []);
  const texts = parts.length === 0 ? [] : await textsOf(storage, commit);
  const reached = parts.flatMap((part) => formsWith(part, texts)).map(({ id }) => id);
  const named = [...names.flat(), ...reached];
  const concerned = sides.flatMap((processes) =>
    [...processes].flatMap(([id, { path, source }]) =>
      paths.has(path) || named.some((name) => source.includes(`"${name}"`)) ? [id] : [],
    ),
  );
  return [...new Set(concerned)].sort();
}

/** What diagrams name a form, a table or a notice by. */
function namesIn(path: string, source: string): string[] {
  switch (kindOf(path)) {
    case 'process':
      return [];
    case 'form':
      return [formSchema.parse(JSON.parse(source)).id];
    case 'decision':
      return [...source.matchAll(/<(?:\w+:)?decision\b[^>]*\bid="([^"]+)"/g)].map(
        ([, id]) => id ?? '',
      );
    case 'notice':
      return [path.slice(path.lastIndexOf('/') + 1).replace(/\.txt$/, '')];
  }
}
