import type { IsoDate } from '../law/calendar/index.ts';
import type { CaseFacts } from '../law/directory/types.ts';
import type { Role } from '../law/roles.ts';
import type { SubmissionRecords } from './submission-types.ts';

/** How a clock ended: the step counted, its completion was void, or the project left the step. */
export type CloseReason = 'completed' | 'void' | 'ended';

/**
 * The clock of one visit to one step. Days are Asia/Shanghai, counts are working days.
 * `limitDays` and `deadline` are null for an untimed step. Keys are Zeebe's, as text.
 */
export type ClockRow = {
  elementInstanceKey: string;
  projectId: string;
  projectName: string;
  processInstanceKey: string;
  processId: string;
  elementId: string;
  label: string;
  body: string;
  assignee: string;
  role: Role;
  article: string;
  limitDays: number | null;
  usedBefore: number;
  /** By how much the limit of this visit was extended before it began. */
  extendedBy: number;
  startedOn: IsoDate;
  deadline: IsoDate | null;
  provisional: boolean;
  openedAt: Date;
  closedOn: IsoDate | null;
  used: number | null;
  facts: CaseFacts;
  /** What open-task answers to the engine, so that a retry of the job answers the same, and the terms it keeps for close-task. */
  answer: Record<string, unknown>;
};

/** A clock as read back. */
export type StoredClock = ClockRow & { closeReason: CloseReason | null };

/** What one person decided or submitted in one visit to one step. */
export type DecisionRow = {
  elementInstanceKey: string;
  projectId: string;
  processInstanceKey: string;
  processId: string;
  elementId: string;
  label: string;
  body: string;
  signer: string;
  onBehalfOf: string | null;
  outcome: string;
  opinion: string | null;
  ground: string | null;
  article: string;
  signedAt: Date;
  entered: Record<string, unknown>;
};

/** One line of a project's past, oldest first; `signer` and `onBehalfOf` are person ids, `date` is Asia/Shanghai. */
export type HistoryLine = {
  step: string;
  body: string;
  signer: string;
  onBehalfOf: string | null;
  outcome: string;
  opinion: string | null;
  ground: string | null;
  /** All of what was entered. */
  entered: Record<string, unknown>;
  /** Whether it decided on an owner's request for more time, not on the project. */
  decidesExtension: boolean;
  date: IsoDate;
};

/** All decisions of a project, void ones included (outcome "void"), and what was last referred of its owner's delay. */
export type Past = {
  history: HistoryLine[];
  /** Working days, as they were when the last referral was raised; undefined before the first (Art. 27). */
  referredDelay: number | undefined;
};

/** A mail to send. `id` is the idempotency key; `to` and `cc` are mail addresses. */
export type NewMessage = {
  id: string;
  projectId: string;
  purpose: string;
  to: string[];
  cc: string[];
  subject: string;
  text: string;
  /** Not sent before this instant. */
  notBefore?: Date;
  /** The visit (element instance) it is about: once that is over, the mail is not sent any more. */
  about?: string;
};

/** A mail that was given up: the server refused it for good. */
export type FailedMessage = {
  id: string;
  projectId: string;
  purpose: string;
  subject: string;
  /** Who has not got it. */
  missed: string[];
  attempts: number;
  error: string | null;
  queuedAt: Date;
};

/** A mail claimed by one dispatcher. */
export type DueMessage = {
  id: string;
  projectId: string;
  purpose: string;
  to: string[];
  cc: string[];
  subject: string;
  text: string;
  /** Tries including this one. */
  attempts: number;
  /** Recipients an earlier try has reached. */
  delivered: string[];
};

export type ProjectFacts = {
  projectName: string;
  applicantUnit: string;
  /** In 万元, as it was entered. */
  investment: string;
};

/** A project as it was last seen at a step; `facts` are those of its newest clock. */
export type StoredProject = ProjectFacts & {
  projectId: string;
  open: boolean;
  facts: CaseFacts | null;
};

/** One write, or try at one, in the web modeler. `request` is its idempotency key, a UUID. */
export type AuditLine = {
  request: string;
  at: Date;
  person: string;
  personName: string;
  /** The operation's name in the modeler's API. */
  action: string;
  /** What it was about: a path, a submission. */
  target: string;
  /** The network address it came from. */
  from: string;
  /** `ok`, or the code of the error it ended with. */
  result: string;
};

/** What became of running projects that were to move to another version; a sentence says why one stayed. */
export type MoveOutcome = { moved: string[]; stayed: { instance: string; reason: string }[] };

/**
 * Running projects on their way to another version of their process; `id` is a UUID, `instances` are the engine's
 * keys. `changedBy`: who submitted the changes that lie between the versions; `person` is none of them.
 */
export type NewMove = {
  id: string;
  processId: string;
  fromVersion: number;
  toVersion: number;
  document: string;
  instances: string[];
  changedBy: string[];
  person: string;
  personName: string;
  at: Date;
};

/** A move as read back; without an end it is going on, or the server was killed meanwhile. */
export type StoredMove = NewMove & { ended: (MoveOutcome & { at: Date }) | null };

/** A finding of lint that was overruled; `id` is a UUID, `elementId` null when the whole file is meant. */
export type OverrulingRow = {
  id: string;
  path: string;
  rule: string;
  elementId: string | null;
  message: string;
  document: string;
  person: string;
  personName: string;
  at: Date;
};

/**
 * Everything the workers and the web modeler keep in PostgreSQL. Every write may be repeated without changing the outcome,
 * so a query whose connection broke is tried again by itself. Errors of the database are thrown as they come.
 */
export interface Records extends SubmissionRecords {
  /** The project's readable id ("JJSZ-2026-0001"); the same key always gets the same one. */
  giveProjectId(processInstanceKey: string, year: number, facts: ProjectFacts): Promise<string>;
  /** Open projects of the unit except the named one, oldest first; the caller judges how alike the names are. */
  similarOpenProjects(
    unit: string,
    exceptProjectId: string,
  ): Promise<{ projectId: string; projectName: string }[]>;
  project(projectId: string): Promise<StoredProject | undefined>;
  /**
   * Marks the project as over and ends its open clocks, those of called processes included. `withdrawal`: the
   * wish that ended it, if one did; one of another project is none.
   */
  closeProject(processInstanceKey: string, at: Date, withdrawal?: string): Promise<void>;
  /**
   * Leaves of a project that turned out classified (Art. 7) only these facts and who acted when: opinions, what was
   * entered and the texts of its mails go; unsent ones are not sent.
   */
  forgetContents(projectId: string, kept: ProjectFacts): Promise<void>;

  /** Stores the clock and puts the mails into the outbox, both or neither, or gives the clock this visit already has. */
  openClock(clock: ClockRow, mails?: NewMessage[]): Promise<StoredClock>;
  clock(elementInstanceKey: string): Promise<StoredClock | undefined>;
  /** Open clocks, oldest first; all of them for an empty filter. */
  openClocks(filter: { processInstanceKey?: string; projectId?: string }): Promise<StoredClock[]>;
  /** The owner's timed clocks of a project, open and closed, oldest first (Art. 27). */
  ownerClocks(projectId: string): Promise<StoredClock[]>;
  /** Moves an open clock's deadline; a closed clock stays as it was. */
  moveDeadline(elementInstanceKey: string, deadline: IsoDate, provisional: boolean): Promise<void>;
  /**
   * Keeps the decision of a visit, closes its clock and puts the mails into the outbox, all or nothing; the first
   * decision and close stand. `used` is in working days. Mails about the visit that nobody tried yet are dropped.
   */
  closeClock(
    decision: DecisionRow,
    close: { closedOn: IsoDate; used: number; reason: CloseReason },
    mails?: NewMessage[],
  ): Promise<void>;
  /** How many clocks each of these people has open. */
  countOpenTasks(assignees: string[]): Promise<Map<string, number>>;

  /** What has happened in a project so far. */
  past(projectId: string): Promise<Past>;

  /** Puts mails into the outbox and says how many were new. */
  queueMessages(messages: NewMessage[]): Promise<number>;
  /**
   * Claims up to `limit` mails that are due at `now`, for two minutes of the database's own clock.
   * Claims of dispatchers running side by side never overlap.
   */
  takeDueMessages(now: Date, limit: number): Promise<DueMessage[]>;
  markSent(ids: string[], at: Date): Promise<void>;
  /** Keeps the reason. `nextAttemptAt` null means it is given up: kept as "failed". `delivered`: recipients reached by this try. */
  markFailed(
    id: string,
    error: string,
    nextAttemptAt: Date | null,
    delivered?: string[],
  ): Promise<void>;
  countFailedMessages(): Promise<number>;
  /** Mails that were given up, newest first. */
  failedMessages(limit: number): Promise<FailedMessage[]>;
  /** Lets every mail that was given up be tried anew, at once. @returns how many */
  requeueFailedMessages(): Promise<number>;

  /** True when this job raised the project's n-th referral (Art. 27): the first writer wins, its retries win again. */
  refer(projectId: string, n: number, jobKey: string, days: number): Promise<boolean>;

  /**
   * Keeps the wish of this visit to withdraw a project. `first`: it was not kept before, so nobody has acted on it;
   * `withdrawn`: what became of it, null while that is not known.
   */
  wishWithdrawal(
    elementInstanceKey: string,
    projectId: string,
    at: Date,
  ): Promise<{ first: boolean; withdrawn: boolean | null }>;
  /** Keeps what became of a wish; the first answer stands. */
  settleWithdrawal(elementInstanceKey: string, withdrawn: boolean): Promise<void>;
  /**
   * Whether one of the project's wishes was fulfilled, or the project has come to another end or to a further step
   * since the wish of this visit. Steps of the wish's own process (`processId`) are none of the project's.
   */
  withdrawalFate(
    projectId: string,
    wish: { elementInstanceKey: string; processId: string },
  ): Promise<'withdrawn' | 'gone-on' | 'unknown'>;

  /** Adds a line to the audit list of the web modeler. */
  keepAudit(line: AuditLine): Promise<void>;
  /** The newest lines, or those before the one of this id, newest first; ids are whole numbers, as text. */
  audit(
    before: string | undefined,
    limit: number,
  ): Promise<(Omit<AuditLine, 'request'> & { id: string })[]>;

  keepOverruling(overruling: OverrulingRow): Promise<void>;
  /** The overrulings in force, newest first. */
  overrulings(): Promise<OverrulingRow[]>;
  /** Takes an overruling back, it stays on record; false when there is none of this id in force. */
  revokeOverruling(id: string, person: string, at: Date): Promise<boolean>;

  /**
   * Keeps a move before the engine hears of it.
   * @throws when the person submitted one of the changes
   */
  beginMove(move: NewMove): Promise<void>;
  /** Keeps what became of a move; the first word stands. */
  endMove(id: string, at: Date, outcome: MoveOutcome): Promise<void>;
  /** Every move of a process, newest first. */
  moves(processId: string): Promise<StoredMove[]>;

  ping(): Promise<void>;
  close(): Promise<void>;
}
