import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import { ApiError } from '../errors.ts';

const { generateToken, isRequestValid } = csrfSync();

/** The token this session's writes must carry as `x-csrf-token`. */
export function csrfToken(request: Request): string {
  return generateToken(request);
}

/**
 * Lets only our own pages write.
 * @throws ApiError `bad-csrf-token`
 */
export function checkCsrfToken(request: Request): void {
  if (isRequestValid(request)) return;
  throw new ApiError('bad-csrf-token', '页面已过期，请刷新页面后再试一次。');
}

/**
 * Refuses what a page of another site asks for. Browsers of the last years say where a request comes from;
 * one that says nothing still needs the cookie, which other sites' requests do not carry, and the token.
 * @throws ApiError `cross-site`
 */
export function checkSameOrigin(request: Request): void {
  const site = request.get('sec-fetch-site') ?? 'none';
  if (site === 'same-origin' || site === 'none') return;
  throw new ApiError('cross-site', '请直接打开本系统的页面操作，不能从其他网站发起。');
}
