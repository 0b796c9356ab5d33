import type { IsoDate } from '../../calendar/index.ts';
import type { Draft } from '../index.ts';
import type { UnitFacts } from '../units.ts';

/** What a rule may know besides the application. */
export type Facts = {
  /** The day it is in Asia/Shanghai. */
  today: IsoDate;
  /** The unit of that name, if the directory knows it. */
  unit: (name: string) => UnitFacts | undefined;
  counties: readonly string[];
  /** Other projects of the applying unit that are still open. */
  openProjects: readonly { projectId: string; projectName: string }[];
};

/** `waived`: reported to the reviewer, but no reason to send the application back. */
export type Finding = { path: string; message: string; waived?: true };

/** One demand of the regulation on several fields together, or on a field and the world around it. Pure. */
export type Rule = {
  article: string;
  check: (application: Draft, facts: Facts) => Finding[];
};
