import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { FieldChange } from '../law/application/changes.ts';
import type { IsoDate } from '../law/calendar/index.ts';
import type { CaseFacts } from '../law/directory/types.ts';
import type { ProceedingKind } from '../law/proceeding-kinds.ts';
import type { Role } from '../law/roles.ts';

/** Given to each row by the database, in the order they were written. */
type Sequence = ColumnType<string, never, never>;

/** What lives for years; each run of a process for it is a proceeding. */
type Projects = {
  projectId: string;
  projectName: string;
  applicantUnit: string;
  /** In 万元, as it was entered. */
  investment: string;
  openedAt: Generated<Date>;
};

/**
 * How a proceeding ended: its process came to an end of its own, its applicant withdrew, it may not be handled here
 * (Art. 7), or an operator cancelled it.
 */
export type Ending = 'completed' | 'withdrawn' | 'classified' | 'cancelled';

/** One run of a process for a project. */
type Proceedings = {
  /** The process instance nobody called, Zeebe's key as text; processes it calls belong to the same proceeding. */
  rootInstance: string;
  projectId: string;
  processId: string;
  kind: ProceedingKind;
  openedAt: Date;
  endedAt: ColumnType<Date | null, never, Date>;
  ending: ColumnType<Ending | null, never, Ending>;
};

/** Of a clock, a decision, a referral or a wish: the proceeding it belongs to; null where the records know none. */
type InProceeding = { proceeding: string | null };

/** How a clock ended: the step counted, its completion was void, the project left the step, or an operator took it away. */
export type CloseReason = 'completed' | 'void' | 'ended' | 'cancelled';

/**
 * What the clock of a step keeps of its project, as the application stood when the step was opened: who files and who
 * owns it, of which level and county (so: who may sign), and its name and amount for the mails about the visit.
 */
export type FactsAtOpening = CaseFacts & { projectName?: string; investment?: unknown };

/**
 * The clock of one visit to one step. Days are Asia/Shanghai, counts are working days, keys are Zeebe's, as text.
 * `limitDays` and `deadline` are null for an untimed step.
 */
type Clocks = InProceeding & {
  elementInstanceKey: string;
  sequence: Sequence;
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
  closeReason: CloseReason | null;
  facts: JSONColumnType<FactsAtOpening>;
  /** What open-task answers to the engine, so that a retry of the job answers the same, and the terms it keeps for close-task. */
  answer: JSONColumnType<Record<string, unknown>>;
};

/** What one person decided or submitted in one visit to one step. */
type Decisions = InProceeding & {
  elementInstanceKey: string;
  sequence: Sequence;
  projectId: string;
  processInstanceKey: string;
  processId: string;
  elementId: string;
  label: string;
  body: string;
  /** A person id; may be somebody else's today. */
  signer: string;
  /** Name, position and body as they were when it was signed; null for a stranger, and in rows from before they were kept. */
  signerName: string | null;
  signerPosition: string | null;
  signerBody: string | null;
  /** Who was stood in for, a person id, and as they were then. */
  onBehalfOf: string | null;
  onBehalfOfName: string | null;
  onBehalfOfPosition: string | null;
  onBehalfOfBody: string | null;
  outcome: string;
  opinion: string | null;
  ground: string | null;
  article: string;
  signedAt: Date;
  /** All of what was entered; of a void visit only why it is void. */
  entered: JSONColumnType<Record<string, unknown>>;
};

/** Who completes a visit to a step with what, as the door kept it before the engine heard of it. */
type Signatures = {
  /** Travels with what was entered. */
  nonce: string;
  elementInstanceKey: string;
  taskKey: string;
  /** A person id. */
  person: string;
  /** By the engine's clock. */
  signedAt: Date;
  /** The variables that were entered; nothing is kept of what they hold but its digest. */
  names: JSONColumnType<string[]>;
  digest: string;
};

/** What an operator may change in Operate of what runs. */
export type OperatorOperation = 'cancel' | 'modify' | 'retry' | 'variable';

/** A change that the door has let through to Operate; keys are Zeebe's, as text. */
type OperatorChanges = {
  /** A UUID. */
  id: string;
  /** By the engine's clock. */
  at: Date;
  /** By the database's, which tests do not move. */
  keptAt: ColumnType<Date, never, never>;
  /** A person id, and their name as it was. */
  person: string;
  personName: string;
  instance: string;
  /** The instance nobody called above it; itself where nobody did. */
  rootInstance: string;
  operation: OperatorOperation;
  /** In the engine's words: the variable, or the elements between which tokens moved. */
  what: string;
  /** Ids of elements, and keys of their instances, from which tokens are taken away. */
  takes: JSONColumnType<string[]>;
  reason: string;
};

/** What was cancelled beside the process; `changeId` is null where nobody knows by whom. */
type Cancellations = {
  /** A visit (element instance), or a proceeding (its root instance). */
  key: string;
  projectId: string;
  /** By the engine's clock. */
  at: Date;
  changeId: string | null;
};

/** What the form of a visit was given when the step was opened, beside the answer its clock keeps. */
type FormsShown = {
  elementInstanceKey: string;
  projectId: string;
  /** The version of the process, which the engine bound to a version of each of its forms. */
  processVersion: number;
  given: JSONColumnType<Record<string, unknown>>;
};

/** One submission of a project's application; kept by the visit of the check that received it. */
type ApplicationVersions = {
  elementInstanceKey: string;
  projectId: string;
  proceeding: string;
  /** The first of a project is 1. */
  n: number;
  /** Whole, as it was sent. */
  application: JSONColumnType<object>;
  /** What changed since the version before; empty for the first. */
  changes: JSONColumnType<FieldChange[]>;
  submittedAt: Date;
};

/** What was decided about a project (Art. 20), by the visit that decided it; the newest counts. Null is not said. */
type DecidedFactsTable = InProceeding & {
  elementInstanceKey: string;
  projectId: string;
  owner: string | null;
  /** In 万元, exact. */
  amount: string | null;
  plan: string | null;
  funds: string | null;
  timing: string | null;
  decidedAt: Date;
};

/** A document that a step recorded. */
type Documents = InProceeding & {
  elementInstanceKey: string;
  /** Which of the step's documents it is: the form's key of its number. */
  field: string;
  projectId: string;
  elementId: string;
  /** The body, or for the meeting behind an application the unit. */
  recordedBy: string;
  recordedAt: Date;
  /** Its number, or where it lies. */
  number: string;
  dated: IsoDate | null;
  /** Amounts (万元) and names it fixes, by the form's keys. */
  fixes: JSONColumnType<Record<string, string>>;
};

/** The outbox. `to`, `cc` and `delivered` are mail addresses. */
type Messages = {
  /** The idempotency key. */
  id: string;
  sequence: Sequence;
  projectId: string;
  purpose: string;
  to: string[];
  cc: string[];
  subject: string;
  text: string;
  status: Generated<'queued' | 'sent' | 'failed' | 'dropped'>;
  attempts: Generated<number>;
  /** Recipients earlier tries have reached. */
  delivered: Generated<string[]>;
  nextAttemptAt: Date | null;
  claimedUntil: Date | null;
  lastError: string | null;
  /** The visit (element instance) it is about: once that is over, the mail is not sent any more. */
  about: string | null;
  sentAt: Date | null;
  queuedAt: Generated<Date>;
};

/** A proceeding's n-th referral for its owner's delay, with the working days it was raised at (Art. 27). */
type Referrals = InProceeding & {
  projectId: string;
  n: number;
  jobKey: string;
  days: number;
  raisedAt: Generated<Date>;
};

/** A wish to withdraw an application, by the visit that told it; `withdrawn` is null while nobody knows what became of it. */
type Withdrawals = InProceeding & {
  elementInstanceKey: string;
  projectId: string;
  requestedAt: Date;
  withdrawn: Generated<boolean | null>;
};

/** A person's password. `first`: somebody else gave it, so it must be changed before anything else; `own`: they chose it. */
type Accounts = {
  /** The person's id in the organisation file. */
  person: string;
  kind: 'first' | 'own';
  /** In PHC's notation, with its salt and its parameters. */
  hash: string;
  setAt: Date;
};

/** What express-session keeps; `sess` is its JSON. */
type Sessions = { sid: string; sess: unknown; expire: Date };

/** The right of one process instance to run as what was called at one visit to a call activity. */
type Tickets = {
  /** The visit to the call activity. */
  elementInstanceKey: string;
  /** A secret, used once. */
  ticket: string;
  /** The caller's. */
  processInstanceKey: string;
  /** Null where the models of today do not say what the caller's version calls: then it is good for any. */
  calledProcessId: string | null;
  projectId: string;
  /** The root instance of the caller's proceeding. */
  proceeding: string;
  madeAt: Date;
  /** The process instance that came in by it; null until then. */
  enteredBy: Generated<string | null>;
};

/** One write, or try at one, in the web modeler. */
type Audit = {
  id: Generated<string>;
  /** Its idempotency key, a UUID. */
  request: string;
  at: Date;
  person: string;
  personName: string;
  /** The operation's name in the wing's API. */
  action: string;
  /** What pages call it; null in lines from before it was kept. */
  actionWords: string | null;
  /** The wing's folder. */
  wing: string;
  /** What it was about: a path, a submission. */
  target: string;
  /** The network address it came from. */
  from: string;
  /** `ok`, or the code of the error it ended with. */
  result: string;
};

/** A finding of lint that was overruled; `id` is a UUID, `elementId` null when the whole file is meant. */
type Overrulings = {
  id: string;
  path: string;
  rule: string;
  elementId: string | null;
  message: string;
  document: string;
  person: string;
  personName: string;
  at: Date;
  revokedBy: Generated<string | null>;
  revokedAt: Generated<Date | null>;
};

/** One model file of a submission; blobs of the models' repository, null where there is no file. */
export type SubmittedFile = { path: string; before: string | null; after: string | null };

/** One change in the law's words, as it was told when the models were submitted. */
export type SubmittedChange = {
  path: string;
  kind: 'added' | 'removed' | 'changed' | 'layout';
  elementId: string | null;
  sentence: string;
  legal: boolean;
};

export type SubmissionState = 'open' | 'publishing' | 'published' | 'refused' | 'withdrawn';

type Submissions = {
  id: string;
  sequence: Sequence;
  state: SubmissionState;
  commitId: string;
  files: JSONColumnType<SubmittedFile[]>;
  /** Who saved the versions it brings, since the published ones. */
  authors: JSONColumnType<{ id: string; name: string }[]>;
  changes: JSONColumnType<SubmittedChange[]>;
  document: string;
  note: string;
  submittedBy: string;
  submittedByName: string;
  submittedAt: Date;
  /** Who is publishing it, or published, refused or withdrew it. */
  endedBy: string | null;
  endedByName: string | null;
  endedAt: Date | null;
  reason: string | null;
  rollsBackTo: string | null;
};

/** A resource as the engine has it; `key` is the engine's, `commitId` where its text is. */
type Deployments = {
  key: string;
  kind: 'process' | 'decision' | 'form';
  id: string;
  version: number;
  path: string;
  commitId: string;
  submissionId: string | null;
};

/** What became of running projects that were to move to another version; a sentence says why one stayed. */
export type MoveOutcome = { moved: string[]; stayed: { instance: string; reason: string }[] };

/**
 * Running projects on their way to another version of their process; `id` is a UUID, `instances` are the engine's
 * keys. `changedBy`: who submitted the changes that lie between the versions; `person` is none of them.
 */
type Moves = {
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
  endedAt: Date | null;
  moved: string[] | null;
  stayed: JSONColumnType<MoveOutcome['stayed']> | null;
};

/** The tables as the queries see them; columns are snake_case in PostgreSQL. */
export type Tables = {
  projects: Projects;
  proceedings: Proceedings;
  projectCounters: { year: number; last: number };
  clocks: Clocks;
  decisions: Decisions;
  formsShown: FormsShown;
  operatorChanges: OperatorChanges;
  cancellations: Cancellations;
  signatures: Signatures;
  applicationVersions: ApplicationVersions;
  decidedFacts: DecidedFactsTable;
  documents: Documents;
  messages: Messages;
  referrals: Referrals;
  withdrawals: Withdrawals;
  accounts: Accounts;
  sessions: Sessions;

  tickets: Tickets;
  audit: Audit;
  overrulings: Overrulings;
  submissions: Submissions;
  deployments: Deployments;
  moves: Moves;
};
