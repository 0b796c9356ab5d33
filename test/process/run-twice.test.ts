import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Deps } from '../../workers/handler.ts';
import { handlers } from '../../workers/jobs.ts';
import { aClock, aProceeding } from '../support/records.ts';
import { anApplication } from './support/application.ts';
import { exported, keySchema } from './support/exported.ts';
import { everythingKeptOf } from './support/kept.ts';
import { mailsOf } from './support/mail.ts';
import { file, type Project } from './support/project.ts';
import { useWorld } from './support/use-world.ts';
import { workerDeps } from './support/worker-deps.ts';

const world = useWorld();

const jobSchema = z.object({
  recordKey: keySchema,
  type: z.string(),
  bpmnProcessId: z.string(),
  elementId: z.string(),
  elementInstanceKey: keySchema,
  processInstanceKey: keySchema,
  variables: z.record(z.string(), z.unknown()),
});
type Job = z.output<typeof jobSchema>;

/** The jobs of an instance that are done, with what each has answered. */
const jobsOf = ({ processInstanceKey }: Project): Promise<Job[]> =>
  exported(
    world.search,
    'job',
    [
      { term: { 'value.processInstanceKey': processInstanceKey } },
      { term: { intent: 'COMPLETED' } },
    ],
    jobSchema,
  );

async function run(job: Omit<Job, 'variables'>, variables: object, differs: Partial<Deps> = {}) {
  const handler = handlers.find(({ type }) => type === job.type);
  const { bpmnProcessId: processId, recordKey: jobKey, ...context } = job;
  const deps = { ...(await workerDeps(world)), ...differs };
  return handler?.run(variables, { ...context, processId, processVersion: 1, jobKey }, deps);
}

test.concurrent('every job of a project done a second time answers the same and leaves no second trace', async () => {
  const project = await file(world, anApplication());
  await project.finish('Task_PreliminaryReview', { outcome: 'reject', opinion: '并非必要' });
  await project.end();
  const id = await project.id();
  const [jobs, variables, before] = await Promise.all([
    jobsOf(project),
    project.allVariables(),
    everythingKeptOf(world, id),
  ]);
  expect(jobs.map(({ type }) => type)).toEqual([
    'check-application',
    'open-task',
    'close-task',
    'notify',
    'close-project',
  ]);

  for (const job of jobs) {
    const seen = variables.filter(
      ({ scope }) => scope === job.processInstanceKey || scope === job.elementInstanceKey,
    );
    const { variables: answer, ...same } = job;
    const again = await run(same, Object.fromEntries(seen.map(({ name, value }) => [name, value])));
    expect({ type: job.type, again: JSON.parse(JSON.stringify(again)) }).toEqual({
      type: job.type,
      again: answer,
    });
  }

  expect(await everythingKeptOf(world, id)).toBe(before);
});

test.concurrent('a reminder ticked twice is one mail, and its days are counted once', async () => {
  const instance = `run-twice-${Date.now()}`;
  const projectId = await world.records.openProject(aProceeding(instance), 2031, {
    projectName: '催办两次',
    applicantUnit: '市教育局',
    investment: '150',
  });
  const key = `${projectId}-step`;
  await world.records.openClock(
    aClock({
      ...{ projectId, proceeding: instance, processInstanceKey: key, role: 'owner' },
      elementInstanceKey: key,
      ...{ startedOn: '2031-06-02', deadline: '2031-06-06' },
    }),
  );
  const tick = (recordKey: string) =>
    run(
      {
        ...{ recordKey, type: 'remind', elementId: 'Task_Remind', elementInstanceKey: key },
        ...{ bpmnProcessId: 'stage-technical-review', processInstanceKey: key },
      },
      { projectId, application: anApplication(), delayLimit: 30 },
      { now: async () => new Date('2031-09-22T09:00:00+08:00') },
    );

  const first = await tick('first');
  const again = await tick('first');
  const another = await tick('another');

  expect(first).toMatchObject({ delayReferral: true });
  expect(again).toEqual(first);
  expect(another).toEqual({ ...first, delayReferral: false });
  expect(await mailsOf(world, projectId, 'reminder-red')).toHaveLength(1);
  await world.records.endProceeding(instance, new Date('2031-09-22T10:00:00+08:00'));
});
