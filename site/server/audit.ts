import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Logger } from 'pino';
import type { AuditQueries } from '../../records/index.ts';
import type { Person } from '../api/common.ts';
import type { Audited } from '../api/route.ts';

const LONGEST = 500;

/** What it keeps the list with. */
export type AuditDeps = { records: AuditQueries; now: () => Date; log: Logger };

/** Keeps who tried to write what and what came of it: `ok`, or the code of the error. */
export type Audit = (
  name: string,
  audited: Audited,
  request: Request,
  by: Person,
  result: string,
) => Promise<void>;

/** A line that cannot be kept goes to the log whole: what it tells of has happened all the same. */
export function keepAudit({ records, now, log }: AuditDeps): Audit {
  return async (name, audited, request, by, result) => {
    const line = {
      request: randomUUID(),
      at: now(),
      person: by.id,
      personName: by.name,
      action: name,
      target: targetOf(audited, request),
      from: request.ip ?? '',
      result,
    };
    await records.keepAudit(line).catch((error: unknown) => {
      log.error({ err: error, line }, 'an audit line is not kept');
    });
  };
}

function targetOf({ about }: Audited, { body, params }: Request): string {
  const sent: unknown = body;
  const fields = typeof sent === 'object' && sent !== null ? sent : {};
  return (about.safeParse({ ...fields, ...params }).data ?? '').slice(0, LONGEST);
}
