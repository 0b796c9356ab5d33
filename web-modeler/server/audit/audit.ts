import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { AuditQueries } from '../../../records/index.ts';
import type { Person } from '../../api/common.ts';
import type { RouteName } from '../../api/index.ts';

const LONGEST = 500;

/** What it keeps the list with. */
export type AuditDeps = { records: AuditQueries; now: () => Date; log: Logger };

/** Keeps who tried to write what and what came of it: `ok`, or the code of the error. */
export type Audit = (
  name: RouteName,
  request: Request,
  by: Person,
  result: string,
) => Promise<void>;

/** A line that cannot be kept goes to the log whole: what it tells of has happened all the same. */
export function keepAudit({ records, now, log }: AuditDeps): Audit {
  return async (name, request, by, result) => {
    const line = {
      request: randomUUID(),
      at: now(),
      person: by.id,
      personName: by.name,
      action: name,
      target: targetOf(request),
      from: request.ip ?? '',
      result,
    };
    await records.keepAudit(line).catch((error: unknown) => {
      log.error({ err: error, line }, 'an audit line is not kept');
    });
  };
}

const text = z.string().optional().catch(undefined);
const migration = z
  .object({ processId: z.string(), fromVersion: z.number(), toVersion: z.number() })
  .transform(
    ({ processId, fromVersion, toVersion }) => `${processId} ${fromVersion} → ${toVersion}`,
  );
const targets = z
  .object({
    id: text,
    path: text,
    fileName: text,
    paths: z.array(z.string()).optional().catch(undefined),
    plan: migration.optional().catch(undefined),
    rule: text,
    elementId: text,
    document: text,
  })
  .catch({});

/** What a request is about, as far as it says, also when the rest of it is refused. */
function targetOf(request: Request): string {
  const body: unknown = request.body;
  const own = targets.parse(typeof body === 'object' && body !== null ? body : {});
  const { paths, ...single } = { ...own, ...targets.parse({ ...request.params }) };
  return [...Object.values(single), ...(paths ?? [])]
    .filter((part) => part !== undefined)
    .join(' ')
    .slice(0, LONGEST);
}
