import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Logger } from 'pino';
import type { AuditQueries } from '../../records/index.ts';
import type { AuditPage } from '../api/audit.ts';
import type { Person } from '../api/common.ts';
import type { Audited } from '../api/route.ts';

const LONGEST = 500;

/** What it keeps the list with. */
export type AuditDeps = { records: AuditQueries; wing: string; now: () => Date; log: Logger };

/** Keeps who tried to write what and what came of it: `ok`, or the code of the error. */
export type Audit = (
  name: string,
  audited: Audited,
  request: Request,
  by: Person,
  result: string,
) => Promise<void>;

/** The same for what is no operation: what it was about is told. */
export type AuditOf = (
  action: string,
  words: string,
  target: string,
  request: Request,
  by: Person,
  result: string,
) => Promise<void>;

/** A line that cannot be kept goes to the log whole: what it tells of has happened all the same. */
export function auditing({ records, wing, now, log }: AuditDeps): AuditOf {
  return async (action, words, target, request, by, result) => {
    const line = {
      request: randomUUID(),
      at: now(),
      person: by.id,
      personName: by.name,
      action,
      actionWords: words,
      wing,
      target: target.slice(0, LONGEST),
      from: request.ip ?? '',
      result,
    };
    await records.keepAudit(line).catch((error: unknown) => {
      log.error({ err: error, line }, 'an audit line is not kept');
    });
  };
}

/** Keeps lines of operations, whose routes say what a request is about. */
export function keepAudit(audit: AuditOf): Audit {
  return (name, audited, request, by, result) =>
    audit(name, audited.as, targetOf(audited, request), request, by, result);
}

function targetOf({ about }: Audited, { body, params }: Request): string {
  const sent: unknown = body;
  const fields = typeof sent === 'object' && sent !== null ? sent : {};
  return about.safeParse({ ...fields, ...params }).data ?? '';
}

const PAGE = 100;

/**
 * A page of the list, newest first.
 * @param before the last id seen
 * @param wing only its lines
 */
export async function readAudit(
  records: Pick<AuditQueries, 'audit'>,
  before: string | undefined,
  wing?: string,
): Promise<AuditPage> {
  const lines = await records.audit(before, PAGE + 1, wing);
  return {
    entries: lines.slice(0, PAGE).map(({ person, personName, at, ...line }) => ({
      ...line,
      at: at.toISOString(),
      by: { id: person, name: personName },
    })),
    more: lines.length > PAGE,
  };
}
