import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import type { Tries } from '../api/route.ts';
import { ApiError } from './errors.ts';

const WINDOW_MS = 15 * 60_000;

/** Hears of the first try over the limit; those behind it change nothing. */
type OnLimit = (request: Request) => void;

/** What keeps an operation from being tried too often. */
export function limited({ most, by, counted }: Tries, onLimit: OnLimit): RequestHandler {
  return limit({
    limit: most,
    keyGenerator: by === 'address' ? addressOf : addressAndUser,
    ...(counted === 'failures'
      ? { skipSuccessfulRequests: true }
      : { skip: (request) => request.session.csrfToken !== undefined }),
    onLimit,
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

function addressAndUser(request: Request): string {
  return `${addressOf(request)} ${userTried(request).toLowerCase()}`;
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
      next(new ApiError('too-many-attempts', '尝试次数过多，请过 15 分钟再试。'));
    },
  });
}
