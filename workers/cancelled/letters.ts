import { z } from 'zod';
import { shanghaiDate } from '../../law/calendar/index.ts';
import type { CaseFacts } from '../../law/directory/index.ts';
import type { ProceedingKind } from '../../law/proceeding-kinds.ts';
import type {
  NewMessage,
  OpenProceeding,
  OperatorChange,
  StoredClock,
} from '../../records/index.ts';
import type { World } from './index.ts';

type Deps = Pick<World, 'directory' | 'notices' | 'records'>;

const KINDS: Record<ProceedingKind, string> = {
  application: '项目申报与审批',
  withdrawal: '撤回申报',
  other: '项目办理流程',
};
const contactSchema = z.object({ contact: z.object({ email: z.email() }) });

/** Tells the applicant, the supervisors of the bodies that had it and the office that a proceeding was cancelled. */
export async function proceedingCancelled(
  {
    proceeding,
    open,
    at,
    change,
  }: {
    proceeding: OpenProceeding;
    open: StoredClock[];
    at: Date;
    change: OperatorChange | undefined;
  },
  deps: Deps,
): Promise<NewMessage[]> {
  const { projectId, rootInstance, processId, kind } = proceeding;
  const project = await deps.records.project(projectId);
  if (project === undefined) return [];
  const { projectName, applicantUnit, investment, facts } = project;
  const about = facts ?? { applicantUnit, ownerUnit: applicantUnit, level: 'city' };
  const { directory } = deps;
  const offices = directory.addressOf(directory.office, about);
  return letter(
    {
      id: `proceeding-cancelled-${rootInstance}`,
      purpose: 'proceeding-cancelled',
      ...{ projectId, processId },
      cc: [...open.flatMap((clock) => supervisorOf(clock, deps)), ...offices],
      view: {
        ...{ projectId, application: { projectName, applicantUnit, investment } },
        process: KINDS[kind],
        steps: open.map(({ label, body }) => ({ step: label, body })),
        ...saidOf(at, change, deps),
      },
    },
    about,
    deps,
  );
}

/** Tells the applicant, whoever had the task and the supervisor of their body that it was taken away. */
export async function taskCancelled(
  { clock, at, change }: { clock: StoredClock; at: Date; change: OperatorChange },
  deps: Deps,
): Promise<NewMessage[]> {
  const { projectId, elementInstanceKey, processId, label, body, facts, projectName } = clock;
  const assignee = deps.directory.person(clock.assignee)?.email;
  return letter(
    {
      id: `task-cancelled-${elementInstanceKey}`,
      purpose: 'task-cancelled',
      ...{ projectId, processId },
      cc: [...(assignee === undefined ? [] : [assignee]), ...supervisorOf(clock, deps)],
      view: {
        ...{ projectId, application: { ...facts, projectName } },
        ...{ label, body },
        ...saidOf(at, change, deps),
      },
    },
    facts,
    deps,
  );
}

function saidOf(at: Date, change: OperatorChange | undefined, { directory }: Deps) {
  return {
    date: shanghaiDate(at),
    by: change?.personName ?? '无法确认（没有经过统一入口）',
    reason: change?.reason ?? '未写明',
    office: directory.office,
  };
}

type Letter = Pick<NewMessage, 'id' | 'purpose' | 'projectId' | 'cc'> & {
  processId: string;
  view: Record<string, unknown>;
};

/** To the applicant, or where nobody knows their address, to the others alone; to nobody where nobody has one. */
async function letter(
  { processId, view, cc, ...message }: Letter,
  facts: CaseFacts,
  { directory, notices, records }: Deps,
): Promise<NewMessage[]> {
  const newest = await records.versionBefore(message.projectId, '');
  const contact = contactSchema.safeParse(newest?.application).data?.contact.email;
  const applicant = [
    ...directory.addressOf('项目应用单位', facts),
    ...(contact === undefined ? [] : [contact]),
  ];
  const [to, others] = applicant.length > 0 ? [applicant, cc] : [cc, []];
  if (to.length === 0) return [];
  return [
    {
      ...message,
      to: [...new Set(to)],
      cc: [...new Set(others)].filter((address) => !to.includes(address)),
      ...notices.render(processId, message.purpose, view),
    },
  ];
}

function supervisorOf(clock: StoredClock, { directory }: Deps): string[] {
  const body = directory.body(clock.body);
  const supervisor = body && directory.supervisorOf(body);
  return supervisor === undefined ? [] : [supervisor.email];
}
