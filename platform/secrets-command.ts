import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../files/whole.ts';
import { ownSecret } from '../gateway/camunda/secrets.ts';
import { sessionSecret } from '../site/server/sign-in/sessions.ts';
import { postgresPassword } from './services/postgres-cluster.ts';

// Run once by docker-compose.yml before everything else: every secret of the platform, in a folder of its own. Two
// programs that start side by side would each make their own.
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Usage: tsx platform/secrets-command.ts <folder>');
const session = join(folder, 'session-secret');
await sessionSecret(session, session);
ownSecret(join(folder, 'camunda-secret'));
const password = postgresPassword(folder);
writeWhole(join(folder, 'pgpass'), `postgres:5432:projects:projects:${password}\n`);
// PostgreSQL's own container has another user; nobody else has this folder.
chmodSync(join(folder, 'postgres-password'), 0o644);
