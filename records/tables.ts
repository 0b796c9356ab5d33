import type { Generated, JSONColumnType } from 'kysely';
import type { CaseFacts } from '../law/directory/types.ts';
import type {
  Deployment,
  SubmissionState,
  SubmittedChange,
  SubmittedFile,
} from './submission-types.ts';
import type {
  AuditLine,
  ClockRow,
  CloseReason,
  DecisionRow,
  MoveOutcome,
  NewMove,
  OverrulingRow,
} from './types.ts';

type Projects = {
  processInstanceKey: string;
  projectId: string;
  projectName: string;
  applicantUnit: string;
  investment: string;
  openedAt: Generated<Date>;
  closedAt: Date | null;
};

type Clocks = Omit<ClockRow, 'facts' | 'answer'> & {
  facts: JSONColumnType<CaseFacts>;
  answer: JSONColumnType<Record<string, unknown>>;
  closeReason: CloseReason | null;
  sequence: Generated<string>;
};

type Decisions = Omit<DecisionRow, 'entered'> & {
  entered: JSONColumnType<Record<string, unknown>>;
  sequence: Generated<string>;
};

type Messages = {
  id: string;
  projectId: string;
  purpose: string;
  to: string[];
  cc: string[];
  subject: string;
  text: string;
  status: Generated<'queued' | 'sent' | 'failed' | 'dropped'>;
  attempts: Generated<number>;
  delivered: Generated<string[]>;
  nextAttemptAt: Date | null;
  claimedUntil: Date | null;
  lastError: string | null;
  about: string | null;
  sentAt: Date | null;
  queuedAt: Generated<Date>;
  sequence: Generated<string>;
};

type Submissions = {
  id: string;
  sequence: Generated<string>;
  state: SubmissionState;
  commitId: string;
  files: JSONColumnType<SubmittedFile[]>;
  changes: JSONColumnType<SubmittedChange[]>;
  document: string;
  note: string;
  submittedBy: string;
  submittedByName: string;
  submittedAt: Date;
  endedBy: string | null;
  endedByName: string | null;
  endedAt: Date | null;
  reason: string | null;
  rollsBackTo: string | null;
};

type Deployments = Omit<Deployment, 'commit'> & { commitId: string };

type Moves = NewMove & {
  endedAt: Date | null;
  moved: string[] | null;
  stayed: JSONColumnType<MoveOutcome['stayed']> | null;
};

/** The tables as the queries see them; columns are snake_case in PostgreSQL. */
export type Tables = {
  projects: Projects;
  projectCounters: { year: number; last: number };
  clocks: Clocks;
  decisions: Decisions;
  messages: Messages;
  referrals: {
    projectId: string;
    n: number;
    jobKey: string;
    days: number;
    raisedAt: Generated<Date>;
  };
  withdrawals: {
    elementInstanceKey: string;
    projectId: string;
    requestedAt: Date;
    withdrawn: Generated<boolean | null>;
  };
  audit: AuditLine & { id: Generated<string> };
  overrulings: OverrulingRow & {
    revokedBy: Generated<string | null>;
    revokedAt: Generated<Date | null>;
  };
  submissions: Submissions;
  deployments: Deployments;
  moves: Moves;
};
