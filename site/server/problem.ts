import { z } from 'zod';
import type { Problem } from '../api/common.ts';
import { notJson } from './body.ts';
import { ApiError } from './errors.ts';
import type { Statuses } from './statuses.ts';

const { localeError } = z.locales.zhCN();
const MOST_TOLD = 5;

/**
 * What a schema reads from what came over the network.
 * @throws ApiError `bad-request` with a sentence for each thing that is wrong
 */
export function valid<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value, { error: inChinese });
  if (read.success) return read.data;
  const { issues } = read.error;
  throw new ApiError(
    'bad-request',
    [...new Set(issues.map(({ message }) => message))].slice(0, MOST_TOLD).join('；'),
    issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  );
}

/** The sentence for what no schema has a sentence of its own for. */
function inChinese(issue: z.core.$ZodRawIssue): string {
  const told = localeError(issue);
  const sentence = typeof told === 'string' ? told : (told?.message ?? '内容有误');
  const path = (issue.path ?? []).map(String).join('.');
  return path === '' ? sentence : `${path}：${sentence}`;
}

/** What an error of a wing's own is to whoever asked; undefined: an error of ours. */
export type Translate = (error: unknown) => ApiError | undefined;

/** How an error is answered: nothing of it but what was meant for whoever asked. */
export function problemOf(
  error: unknown,
  statuses: Statuses,
  translate: Translate,
): { status: number; problem: Problem; ours: boolean } {
  const known =
    error instanceof ApiError
      ? error
      : (translate(error) ?? fromParser(error) ?? fromSystem(error));
  const status = known && statuses.get(known.code);
  if (known === undefined || status === undefined) {
    const message = '程序内部出错，已记入日志。请稍后再试；如仍出现，请告诉管理员出错的时间。';
    return { status: 500, problem: { code: 'internal', message }, ours: true };
  }
  const { code, message, details } = known;
  return {
    status,
    problem: { code, message, ...(details === undefined ? {} : { details }) },
    ours: status === 503,
  };
}

const refused = z.object({ status: z.number().min(400).max(499) });

/** What express and its body reader refuse before any operation is asked. */
function fromParser(error: unknown): ApiError | undefined {
  const status = refused.safeParse(error).data?.status;
  if (status === undefined) return undefined;
  if (status === 413) return new ApiError('too-large', '内容过大，请减小后再提交。');
  if (status === 415) return notJson();
  return new ApiError('bad-request', '请求的内容无法读取，请检查后再试。');
}

const withCode = z.object({ code: z.string() });
const DATABASE_AWAY = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|57P0[123]|53300|08...)$/;
const DATABASE_SILENT =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool/;

/** Troubles of the machine that pass: the database restarts, the disk gets room. */
function fromSystem(error: unknown): ApiError | undefined {
  const code = withCode.safeParse(error).data?.code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new ApiError('storage-full', '磁盘空间不足，没有保存。请联系管理员清理磁盘后再试。');
  }
  const said = error instanceof Error ? error.message : '';
  if (DATABASE_AWAY.test(code) || DATABASE_SILENT.test(said)) {
    return new ApiError('records-unavailable', '数据库暂时无法访问，请稍后再试。');
  }
  return undefined;
}
