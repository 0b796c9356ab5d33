import { shanghaiDate } from '../../law/calendar/index.ts';
import type {
  DecisionRow,
  HistoryLine,
  NewMessage,
  ProjectFacts,
  StoredClock,
  WorkerRecords,
} from '../../records/index.ts';
import { termsSchema } from '../../workers/statutory-task.ts';

/** What the workers would keep of the one project of a scenario. */
export type ScenarioRecords = {
  records: WorkerRecords;
  clock(elementInstanceKey: string): StoredClock | undefined;
  decision(elementInstanceKey: string): DecisionRow | undefined;
};

/**
 * The records of a scenario, in memory: the same answers as PostgreSQL gives the workers, for one project that
 * nobody else files beside. Every mail that is new goes to `onMessage`.
 */
export function scenarioRecords(onMessage: (message: NewMessage) => void): ScenarioRecords {
  const clocks = new Map<string, StoredClock>();
  const decisions = new Map<string, DecisionRow>();
  const messages = new Set<string>();
  const referrals: { jobKey: string; days: number }[] = [];
  const tickets = new Map<string, { called: string | null; enteredBy?: string }>();
  const versions = new Map<string, unknown>();
  let project: (ProjectFacts & { projectId: string; open: boolean }) | undefined;
  let proceeding: string | null = null;

  const open = () => [...clocks.values()].filter(({ closedOn }) => closedOn === null);
  const change = (clock: StoredClock, some: Partial<StoredClock>) =>
    clocks.set(clock.elementInstanceKey, { ...clock, ...some });
  const decidesExtension = ({ elementInstanceKey }: DecisionRow) => {
    const terms = termsSchema.safeParse(clocks.get(elementInstanceKey)?.answer.terms);
    return terms.success && terms.data.decidesExtension;
  };

  /** @returns how many of them were new */
  const queue = (mails: NewMessage[]) => {
    const fresh = mails.filter(({ id }) => !messages.has(id));
    for (const mail of fresh) {
      messages.add(mail.id);
      onMessage(mail);
    }
    return fresh.length;
  };

  const records: WorkerRecords = {
    async openProject({ rootInstance }, year, facts) {
      proceeding = rootInstance;
      // A number no real project has: counting begins with 1.
      project ??= { ...facts, projectId: `JJSZ-${year}-0000`, open: true };
      return project.projectId;
    },
    similarOpenProjects: async () => [],
    async project(projectId) {
      if (project?.projectId !== projectId) return undefined;
      return { ...project, facts: [...clocks.values()].at(-1)?.facts ?? null };
    },
    async endProceeding(_rootInstance, at) {
      if (!project) return;
      project.open = false;
      for (const clock of open()) {
        change(clock, { closedOn: shanghaiDate(at), closeReason: 'ended' });
      }
    },
    async forgetContents(_projectId, kept) {
      if (project) Object.assign(project, kept);
      versions.clear();
    },

    async openClock(clock, mails = []) {
      const stored = clocks.get(clock.elementInstanceKey) ?? { ...clock, closeReason: null };
      clocks.set(clock.elementInstanceKey, stored);
      queue(mails);
      return stored;
    },
    clock: async (elementInstanceKey) => clocks.get(elementInstanceKey),
    async visitBefore({ processInstanceKey, elementId, elementInstanceKey }) {
      const clock = [...clocks.values()].findLast(
        (one) =>
          one.processInstanceKey === processInstanceKey &&
          one.elementId === elementId &&
          one.elementInstanceKey !== elementInstanceKey &&
          one.closedOn !== null,
      );
      return clock && { clock, decision: decisions.get(clock.elementInstanceKey) ?? null };
    },
    openClocks: async ({ processInstanceKey }) =>
      open().filter(
        (clock) =>
          processInstanceKey === undefined || clock.processInstanceKey === processInstanceKey,
      ),
    ownerClocks: async () =>
      [...clocks.values()].filter(({ role, limitDays }) => role === 'owner' && limitDays !== null),
    async closeClock(decision, { closedOn, used, reason }, mails = []) {
      const { elementInstanceKey } = decision;
      if (!decisions.has(elementInstanceKey)) decisions.set(elementInstanceKey, decision);
      const clock = clocks.get(elementInstanceKey);
      if (clock?.closedOn === null) change(clock, { closedOn, used, closeReason: reason });
      queue(mails);
    },
    countOpenTasks: async (assignees) =>
      new Map(
        assignees.map((person) => [
          person,
          open().filter(({ assignee }) => assignee === person).length,
        ]),
      ),

    past: async () => ({
      proceeding,
      earlier: [],
      history: [...decisions.values()].map(
        (decision): HistoryLine => ({
          ...decision,
          step: decision.label,
          decidesExtension: decidesExtension(decision),
          date: shanghaiDate(decision.signedAt),
        }),
      ),
      referredDelay: referrals.at(-1)?.days,
    }),

    queueMessages: async (mails) => queue(mails),

    async refer(_scope, n, jobKey, days) {
      referrals[n - 1] ??= { jobKey, days };
      return referrals[n - 1]?.jobKey === jobKey;
    },

    // A scenario walks one version, of which nothing outlives it.
    processVersions: async () => [],
    versionBefore: async () => undefined,
    async keepVersion({ elementInstanceKey }, application) {
      if (!versions.has(elementInstanceKey)) versions.set(elementInstanceKey, application);
    },
    hasFiled: async (_proceeding, elementInstanceKey) =>
      [...versions.keys()].some((visit) => visit !== elementInstanceKey),
    async applicationOf(of) {
      const n = versions.size;
      const [elementInstanceKey, application] = [...versions].at(-1) ?? [];
      if (elementInstanceKey === undefined || proceeding === null) return undefined;
      const version = { elementInstanceKey, n, application: Object(application), changes: [] };
      return { ...version, projectId: of.projectId, proceeding, submittedAt: new Date(0) };
    },

    // The visit is the ticket: of a scenario nobody can forge one.
    async makeTicket({ elementInstanceKey, calledProcessId }) {
      if (!tickets.has(elementInstanceKey)) {
        tickets.set(elementInstanceKey, { called: calledProcessId });
      }
      return elementInstanceKey;
    },
    async enter(ticket, { processInstanceKey, processId }) {
      const known = tickets.get(ticket);
      if (!known || !project || proceeding === null) return undefined;
      if ((known.called ?? processId) !== processId) return undefined;
      known.enteredBy ??= processInstanceKey;
      if (known.enteredBy !== processInstanceKey) return undefined;
      return { projectId: project.projectId, proceeding };
    },
    wasEntered: async (visit) => tickets.get(visit)?.enteredBy !== undefined,
    async whereabouts(processInstanceKey) {
      if (!project || proceeding === null) return undefined;
      const known = [...tickets.values()].some(({ enteredBy }) => enteredBy === processInstanceKey);
      return known || processInstanceKey === proceeding
        ? { projectId: project.projectId, proceeding }
        : undefined;
    },

    // What is asked only by the handlers a scenario does not run.
    decision: notHere,
    versions: notHere,
    decidedFacts: notHere,
    documents: notHere,
    recordDeployments: notHere,
    submittedDeployments: notHere,
    newestDeployments: notHere,
    openProceeding: notHere,
    proceedings: notHere,
    moveDeadline: notHere,
    wishWithdrawal: notHere,
    settleWithdrawal: notHere,
    withdrawalFate: notHere,
  };
  return {
    records,
    clock: (key) => clocks.get(key),
    decision: (key) => decisions.get(key),
  };
}

async function notHere(): Promise<never> {
  throw new Error('a scenario keeps no such record');
}
