import { types } from 'node:util';
import { sql } from 'kysely';
import { type AccountQueries, accountQueries } from './accounts.ts';
import { type AuditQueries, auditQueries } from './audit.ts';
import { type CancellationQueries, cancellationQueries } from './cancellations.ts';
import { type ClockQueries, clockQueries } from './clocks.ts';
import { type ConnectionLog, connect } from './connection.ts';
import { type DecisionQueries, decisionQueries } from './decisions.ts';
import { type DeliveryQueries, deliveryQueries } from './deliveries.ts';
import { type DeploymentQueries, deploymentQueries } from './deployments.ts';
import { type DossierQueries, dossierQueries } from './dossier.ts';
import { type MailsGivenUpQueries, mailsGivenUpQueries } from './mails-given-up.ts';
import { type MessageQueries, messageQueries } from './messages.ts';
import { migrate } from './migrate.ts';
import { type MoveQueries, moveQueries } from './moves.ts';
import { type OperatorChangeQueries, operatorChangeQueries } from './operator-changes.ts';
import { type OverrulingQueries, overrulingQueries } from './overrulings.ts';
import { type ProceedingQueries, proceedingQueries } from './proceedings.ts';
import { type ProjectQueries, projectQueries } from './projects.ts';
import { type ReferralQueries, referralQueries } from './referrals.ts';
import { type SessionQueries, sessionQueries } from './sessions.ts';
import { type SignatureQueries, signatureQueries } from './signatures.ts';
import { type SubmissionQueries, submissionQueries } from './submissions.ts';
import { surviving } from './survive.ts';
import { type TicketQueries, ticketQueries } from './tickets.ts';
import { type WithdrawalQueries, withdrawalQueries } from './withdrawals.ts';

export type * from './accounts.ts';
export type * from './audit.ts';
export type * from './cancellations.ts';
export type * from './clocks.ts';
export type * from './decisions.ts';
export type * from './deliveries.ts';
export type * from './deployments.ts';
export type * from './dossier.ts';
export type { NewDocument, Origin } from './keep-filed.ts';
export type * from './mails-given-up.ts';
export type * from './messages.ts';
export type * from './moves.ts';
export type * from './operator-changes.ts';
export type * from './overrulings.ts';
export type * from './proceedings.ts';
export type * from './projects.ts';
export type { Scope } from './scope.ts';
export type * from './sessions.ts';
export type { SignatureQueries, Signing } from './signatures.ts';
export type * from './submissions.ts';
export type {
  CloseReason,
  MoveOutcome,
  OperatorOperation,
  SubmittedChange,
  SubmittedFile,
} from './tables.ts';
export type * from './tickets.ts';

/** What the handlers of jobs use. */
export type WorkerRecords = ProjectQueries &
  ProceedingQueries &
  ClockQueries &
  DecisionQueries &
  DossierQueries &
  DeploymentQueries &
  MessageQueries &
  ReferralQueries &
  TicketQueries &
  WithdrawalQueries;

/** What publishing models uses. */
export type PublishingRecords = SubmissionQueries & DeploymentQueries & MoveQueries;

/** What signing in uses. */
export type SignInRecords = AccountQueries & SessionQueries;

/** What the gateway's own pages use. */
export type GatewayRecords = SignInRecords & AuditQueries & Liveness;

/** What the web modeler uses. */
export type ModelerRecords = PublishingRecords & AuditQueries & OverrulingQueries & Liveness;

/** Throws while the database does not answer. */
export type Liveness = { ping(): Promise<void> };

/**
 * Everything that is kept in PostgreSQL. Every write may be repeated without changing the outcome, so a query whose
 * connection broke is tried again by itself. Errors of the database are thrown as they come.
 */
export type Records = WorkerRecords &
  SignatureQueries &
  OperatorChangeQueries &
  CancellationQueries &
  DeliveryQueries &
  MailsGivenUpQueries &
  SignInRecords &
  ModelerRecords & { close(): Promise<void> };

/**
 * Opens the records in the database of a `postgres://` url and brings its schema up to date;
 * safe when several processes start at once. `log` hears of connections that break while idle.
 * @throws when the database cannot be reached or migrated; the text names the place, never the password.
 */
export async function openRecords(url: string, log: ConnectionLog = () => {}): Promise<Records> {
  const db = connect(url, log);
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw new Error(`Cannot open the records at ${place(url)}: ${reason(error)}`, { cause: error });
  }
  return {
    ...surviving({
      ...projectQueries(db),
      ...proceedingQueries(db),
      ...clockQueries(db),
      ...operatorChangeQueries(db),
      ...cancellationQueries(db),
      ...decisionQueries(db),
      ...dossierQueries(db),
      ...messageQueries(db),
      ...deliveryQueries(db),
      ...mailsGivenUpQueries(db),
      ...referralQueries(db),
      ...signatureQueries(db),
      ...ticketQueries(db),
      ...withdrawalQueries(db),
      ...accountQueries(db),
      ...sessionQueries(db),
      ...auditQueries(db),
      ...overrulingQueries(db),
      ...submissionQueries(db),
      ...deploymentQueries(db),
      ...moveQueries(db),
      ping: async () => void (await sql`select 1`.execute(db)),
    }),
    close: () => db.destroy(),
  };
}

function place(url: string): string {
  if (!URL.canParse(url)) return 'an address that is not a URL';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}

/** Node gives an empty message when a name has several addresses and none answers. */
function reason(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
