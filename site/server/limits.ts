import type { Request } from 'express';
import ipaddr from 'ipaddr.js';
import type pg from 'pg';
import {
  type RateLimiterAbstract,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Route, Tries } from '../api/route.ts';

/** For how long an address where somebody has signed in is theirs. */
const KNOWN_SECONDS = 21 * 24 * 3_600;
/** What one household or office gets of IPv6 at most. */
const IPV6_BYTES = 56 / 8;

/** Makes what counts: `points` within `duration` seconds a key. */
export type Counters = (options: {
  keyPrefix: string;
  points: number;
  duration: number;
}) => Pick<RateLimiterAbstract, 'consume' | 'reward' | 'get' | 'set'>;

/**
 * Counts in PostgreSQL, so that every server over one database and every restart knows the same; rows are removed an
 * hour after they expire. Errors of the database are thrown: who cannot be counted is not let through.
 */
export function countersIn(pool: pg.Pool): Counters {
  const table = { storeClient: pool, storeType: 'pool', tableName: 'tries', tableCreated: true };
  // One of them tidies up for all.
  new RateLimiterPostgres({ ...table, points: 0, duration: 0, clearExpiredByTimeout: true });
  return (options) =>
    new RateLimiterPostgres({ ...table, ...options, clearExpiredByTimeout: false });
}

/** It was tried too often. */
export class TooOften extends Error {
  override name = 'TooOften';
  readonly by: Tries['by'];
  /** The first one over the limit: those behind it change nothing. */
  readonly first: boolean;
  readonly secondsLeft: number;

  constructor(by: Tries['by'], first: boolean, secondsLeft: number) {
    super(`tried too often by ${by}`);
    this.by = by;
    this.first = first;
    this.secondsLeft = secondsLeft;
  }
}

/** A try that is counted already. */
export type Try = {
  /** Takes it back: nobody failed. */
  forget(): Promise<void>;
  /** It succeeded: it is taken back, and the place is known as the person's. */
  succeeded(): Promise<void>;
};

/**
 * What keeps an operation from being tried too often. Each try is counted before it is made, so that a hundred at the
 * same moment are a hundred; the first limit that is over ends it, and those behind do not count what never was tried.
 * @param person the exact id of whom it is about; undefined: nobody of the organisation
 * @returns a function that throws TooOften, and the errors of the database as they come
 */
export function limited(
  name: string,
  { tries }: Pick<Route, 'tries'>,
  counters: Counters,
): (request: Request, person: string | undefined) => Promise<Try> {
  const known = counters({ keyPrefix: 'known', points: 1, duration: KNOWN_SECONDS });
  const asksForPlaces = tries.some(({ by }) => by === 'person');
  const limits = tries.map((one) => ({
    ...one,
    counter: counters({
      keyPrefix: `${name} ${one.by} ${one.minutes}`,
      points: one.most,
      duration: one.minutes * 60,
    }),
  }));

  return async (request, person) => {
    const address = placeOf(request.ip);
    const place = person === undefined ? undefined : `${person} ${address}`;
    const atHome = asksForPlaces && place !== undefined && (await known.get(place)) !== null;
    const keys = { address, 'person-at-address': place, person: atHome ? undefined : person };
    const failures: (() => Promise<unknown>)[] = [];
    for (const { by, most, counted, counter } of limits) {
      const key = keys[by];
      if (key === undefined || (counted === 'visitors' && hasSession(request))) continue;
      await counter.consume(key).catch((error: unknown) => {
        if (!(error instanceof RateLimiterRes)) throw error;
        const { consumedPoints, msBeforeNext } = error;
        throw new TooOften(by, consumedPoints === most + 1, Math.ceil(msBeforeNext / 1000));
      });
      if (counted === 'failures') failures.push(() => counter.reward(key));
    }
    const forget = async () => void (await Promise.all(failures.map((takeBack) => takeBack())));
    return {
      forget,
      async succeeded() {
        await forget();
        if (asksForPlaces && place !== undefined) await known.set(place, 1, KNOWN_SECONDS);
      },
    };
  };
}

function hasSession({ session }: Request): boolean {
  return session.csrfToken !== undefined;
}

/** What counts as one address: IPv4 as it is, also where it comes as IPv6, and of IPv6 what one subscriber gets. */
function placeOf(ip = ''): string {
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  return Buffer.from(address.toByteArray().slice(0, IPV6_BYTES)).toString('hex');
}
