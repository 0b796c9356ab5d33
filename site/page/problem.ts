import { problem } from '../api/common.ts';

/** Why a call failed: the server's code and Chinese sentence, or our own when there was no answer. */
export class ApiProblem extends Error {
  readonly code: string;
  /** The HTTP status; 0 without an answer. */
  readonly status: number;
  readonly details: unknown;

  constructor(code: string, message: string, status: number, details?: unknown) {
    super(message);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** Reads an error answer; one that is not of our form becomes a sentence with its status. */
export function readProblem(status: number, answer: unknown): ApiProblem {
  const read = problem.safeParse(answer);
  if (read.success) {
    return new ApiProblem(read.data.code, read.data.message, status, read.data.details);
  }
  return new ApiProblem(
    'unreadable-answer',
    `服务器没有正常回答（状态 ${status}），请稍后重试；仍不行时请告知系统管理员。`,
    status,
  );
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.message;
  console.error(error);
  return '页面出错，请刷新后重试；仍不行时请告知系统管理员。';
}
