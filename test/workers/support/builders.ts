import { fileURLToPath } from 'node:url';
import type { JobContext } from '../../../engine/job.ts';
import { loadCalendar } from '../../../files/holidays.ts';
import { loadDirectory } from '../../../files/organization.ts';
import type { ClockRow, DecisionRow, Records, StoredClock } from '../../../records/index.ts';
import { aClock, aClosing, aDecision } from '../../support/records.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export const modelsFolder = path('../../../bpmn');
/** Invented notices for 2031 and 2032; 1 to 8 October 2031 are off, 28 September and 11 October are worked. */
export const calendar = loadCalendar(path('../../process/support/holidays'));
export const directory = loadDirectory(path('organization.yaml'));

let serial = 0;

/** A job of 技术评审; each with keys of its own. */
export function aJob(some: Partial<JobContext> = {}): JobContext {
  serial += 1;
  return {
    jobKey: `22517998136900${serial}`,
    processId: 'stage-technical-review',
    processVersion: 1,
    elementId: 'Task_TechnicalReview',
    elementInstanceKey: `22517998136800${serial}`,
    processInstanceKey: '2251799813685249',
    ...some,
  };
}

export const application = {
  projectName: '智慧校园',
  applicantUnit: '市教育局',
  ownerUnit: '市教育局',
  level: 'city',
  investment: 150,
};

/** A job of a step that the models of today do not have: what it takes in, they do not say. */
export function anUnknownJob(some: Partial<JobContext> = {}): JobContext {
  return aJob({ processId: 'stage-invented', ...some });
}

/** The variables of 技术评审: fifteen days at 市数据管理部门; name only what the test is about. */
export function aTask(some: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    projectId: 'JJSZ-2031-0001',
    application,
    body: '市数据管理部门',
    role: 'reviewer',
    limitDays: 15,
    article: '第二十五条第二项',
    grounds: ['需求确认', '编修文本'],
    ...some,
  };
}

/** A clock as it is read back, with a deadline on Friday, 26 September 2031. */
export function aStoredClock(some: Partial<StoredClock> = {}): StoredClock {
  return {
    ...aClock({ assignee: 'data.zhang', startedOn: '2031-09-05', deadline: '2031-09-26' }),
    closeReason: null,
    ...some,
  };
}

/** Keeps an earlier visit to the step of a job, closed after `used` working days in all; of it name what matters. */
export async function visited(
  records: Pick<Records, 'openClock' | 'closeClock'>,
  { processId, elementId, processInstanceKey }: JobContext,
  { used, ...clock }: Partial<ClockRow> & { used: number },
  decided: Partial<DecisionRow> = {},
): Promise<void> {
  const { elementInstanceKey } = aJob();
  const of = { elementInstanceKey, processId, elementId, processInstanceKey };
  const projectId = 'JJSZ-2031-0001';
  const terms = { position: '经办人', eachVisit: false, grounds: [], handedBackOn: [] };
  await records.openClock(aClock({ ...of, projectId, answer: { terms }, ...clock }));
  await records.closeClock(aDecision({ ...of, projectId, ...decided }), aClosing({ used }));
}
