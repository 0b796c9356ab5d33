import { fileURLToPath } from 'node:url';
import { loadCalendar } from '../files/holidays.ts';
import { loadDirectory } from '../files/organization.ts';
import { SIGNATURE } from '../law/signature.ts';
import { loadSteps } from '../models/load.ts';
import { noticesIn } from '../models/notices.ts';
import { openRecords } from '../records/index.ts';
import { closeTask } from '../workers/close-task/index.ts';
import { signedAtDoor } from '../workers/close-task/signed-at-door.ts';
import type { AnyHandler, Deps } from '../workers/handler.ts';
import { openTask } from '../workers/open-task/index.ts';
import { remind } from '../workers/remind/index.ts';
import { startDurablePostgres } from './postgres.ts';

// Time per job of the handlers on a real PostgreSQL that writes to disk; not in it: the engine's part. How many steps are
// open elsewhere may be said: `tsx bench/handlers.ts 5000`.
const JOBS = 300;
const WARM_UP = 50;
/** Steps open in other projects at the same time. */
const OPEN_STEPS = Number(process.argv[2] ?? 1000);

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const postgres = await startDurablePostgres();
const records = await openRecords(postgres.url);
const models = path('../bpmn');
const opened = new Date('2026-03-02T09:00:00+08:00');
const deadlineDay = new Date('2026-03-23T09:00:00+08:00');
let now = opened;
const calendar = loadCalendar(path('../config/holidays'));
const steps = await loadSteps(models);
const deps: Deps = {
  records,
  directory: loadDirectory(path('../config/organization.yaml')),
  calendar: () => calendar,
  now: async () => now,
  correlate: async () => false,
  signatureOf: signedAtDoor(records, async () => now),
  notices: noticesIn(models),
  steps: async () => steps,
};

const ENTERED = { outcome: 'approve', opinion: '同意', ground: null };
/** The numbers the door gave, by serial. */
const signatures = new Map<number, string>();

/** Every job has a project of its own. */
const variables = (serial: number) => ({
  projectId: `JJSZ-2026-${serial}`,
  application: {
    ...{ projectName: '智慧校园', applicantUnit: '市教育局', ownerUnit: '市教育局' },
    ...{ level: 'city', investment: 150 },
  },
  ...{ body: '市数据管理部门', role: 'reviewer', limitDays: 15, article: '第二十五条第二项' },
  ...{ grounds: ['需求确认'], delayLimit: 30 },
  result_Task_TechnicalReview: { outcome: 'approve', opinion: '同意', ground: null },
  ...ENTERED,
  [SIGNATURE]: signatures.get(serial),
});
const run = (handler: AnyHandler, serial: number) =>
  handler.run(
    variables(serial),
    {
      jobKey: `${handler.type}-${serial}`,
      processId: 'stage-technical-review',
      processVersion: 1,
      elementId: 'Task_TechnicalReview',
      elementInstanceKey: `task-${serial}`,
      processInstanceKey: `instance-${serial}`,
    },
    deps,
  );

for (let serial = 1; serial <= OPEN_STEPS; serial += 1) await run(openTask, -serial);
console.log(
  `handlers, median and 95th percentile of ${JOBS} jobs, ${OPEN_STEPS} steps open elsewhere`,
);
await measure('open-task', openTask);
await measure('open-task, run again', openTask);
now = deadlineDay;
await measure('remind, one red clock', remind);
for (let serial = 1; serial <= WARM_UP + JOBS; serial += 1) {
  const visit = { elementInstanceKey: `task-${serial}`, taskKey: `${serial}` };
  const signing = { ...visit, person: 'shuju.zhang', signedAt: deadlineDay };
  signatures.set(serial, await records.sign(signing, ENTERED));
}
await measure('close-task', closeTask);
await measure('close-task, run again', closeTask);
await records.close();
await postgres.remove();

async function measure(name: string, handler: AnyHandler): Promise<void> {
  const times: number[] = [];
  for (let serial = 1; serial <= WARM_UP + JOBS; serial += 1) {
    const began = performance.now();
    await run(handler, serial);
    if (serial > WARM_UP) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(JOBS * share)] ?? Number.NaN).toFixed(1)} ms`;
  console.log(`${name.padEnd(24)}${at(0.5).padStart(10)}${at(0.95).padStart(10)}`);
}
