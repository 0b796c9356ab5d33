import type { Migration } from 'kysely';
import * as projects from './0001-projects.ts';
import * as clocks from './0002-clocks.ts';
import * as decisions from './0003-decisions.ts';
import * as messages from './0004-messages.ts';
import * as referrals from './0005-referrals.ts';
import * as extensions from './0006-extensions.ts';
import * as withdrawals from './0007-withdrawals.ts';
import * as droppedMessages from './0008-dropped-messages.ts';
import * as audit from './0009-audit.ts';
import * as overrulings from './0010-overrulings.ts';
import * as submissions from './0011-submissions.ts';
import * as modelerSessions from './0012-modeler-sessions.ts';
import * as openClocksByAssignee from './0013-open-clocks-by-assignee.ts';
import * as moves from './0014-moves.ts';
import * as sessions from './0015-sessions.ts';
import * as proceedings from './0020-proceedings.ts';
import * as asItWas from './0021-as-it-was.ts';
import * as dossier from './0022-dossier.ts';
import * as signatures from './0023-signatures.ts';
import * as operatorChanges from './0024-operator-changes.ts';
import * as accounts from './0030-accounts.ts';
import * as auditWords from './0031-audit-words.ts';
import * as tries from './0035-tries.ts';
import * as tickets from './0040-tickets.ts';
import * as authors from './0050-authors.ts';

/** Every migration by its name, which also is its order. A released one is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-projects': projects,
  '0002-clocks': clocks,
  '0003-decisions': decisions,
  '0004-messages': messages,
  '0005-referrals': referrals,
  '0006-extensions': extensions,
  '0007-withdrawals': withdrawals,
  '0008-dropped-messages': droppedMessages,
  '0009-audit': audit,
  '0010-overrulings': overrulings,
  '0011-submissions': submissions,
  '0012-modeler-sessions': modelerSessions,
  '0013-open-clocks-by-assignee': openClocksByAssignee,
  '0014-moves': moves,
  '0015-sessions': sessions,
  '0020-proceedings': proceedings,
  '0021-as-it-was': asItWas,
  '0022-dossier': dossier,
  '0023-signatures': signatures,
  '0024-operator-changes': operatorChanges,
  '0030-accounts': accounts,
  '0031-audit-words': auditWords,
  '0035-tries': tries,
  '0040-tickets': tickets,
  '0050-authors': authors,
};
