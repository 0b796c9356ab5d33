import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { ApiError } from '../errors.ts';

const WINDOW_MS = 15 * 60_000;

/** How often somebody may fail to sign in within a quarter of an hour. */
export const FAILURES_OF_A_USER = 10;
export const FAILURES_OF_AN_ADDRESS = 50;
/** How many visitors who are not signed in one address may have within a quarter of an hour. */
export const VISITORS_OF_AN_ADDRESS = 300;

/** Hears of the first try over the limit; those behind it change nothing. */
type OnLimit = (request: Request) => void;

/** Failed tries to sign in, by address and user and by address alone. */
export function signInLimits(onLimit: OnLimit): RequestHandler[] {
  const failures = { skipSuccessfulRequests: true, onLimit };
  return [
    limit({ ...failures, limit: FAILURES_OF_AN_ADDRESS, keyGenerator: addressOf }),
    limit({
      ...failures,
      limit: FAILURES_OF_A_USER,
      keyGenerator: (request) => `${addressOf(request)} ${userTried(request).toLowerCase()}`,
    }),
  ];
}

/** New sessions of visitors: each is a row in the database, so nobody may make any number of them. */
export function visitorLimit(): RequestHandler {
  return limit({
    limit: VISITORS_OF_AN_ADDRESS,
    keyGenerator: addressOf,
    skip: (request) => request.session.csrfToken !== undefined,
    onLimit: () => {},
  });
}

/** The login name somebody tries, as it came. */
export function userTried(request: Request): string {
  const body: unknown = request.body;
  const tried = typeof body === 'object' && body !== null && 'userId' in body ? body.userId : '';
  return typeof tried === 'string' ? tried.slice(0, 60) : '';
}

/** What the limiter notes at the request. */
const counted = z.object({ rateLimit: z.object({ used: z.number(), limit: z.number() }) });

function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '');
}

function limit({ onLimit, ...options }: Partial<Options> & { onLimit: OnLimit }): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    ...options,
    handler: (request, _response, next) => {
      const { rateLimit: info } = counted.parse(request);
      if (info.used === info.limit + 1) onLimit(request);
      next(new ApiError('too-many-attempts', 429, '尝试次数过多，请过 15 分钟再试。'));
    },
  });
}
