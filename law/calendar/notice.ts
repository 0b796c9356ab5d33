import type { IsoDate } from './types.ts';

export type NoticeDay = { works: boolean; name?: string };

/**
 * What the State Council's notice for a year says: days off and make-up days. They lie in that
 * year, or in the December before it.
 */
export type Notice = { year: number; days: ReadonlyMap<IsoDate, NoticeDay> };

/** One notice a year. */
export type Notices = ReadonlyMap<number, Notice>;
