import { beforeAll, beforeEach } from '@jest/globals';
import type { Message } from '../../../engine/job.ts';
import { loadSteps } from '../../../models/load.ts';
import { noticesIn } from '../../../models/notices.ts';
import type { Deps } from '../../../workers/handler.ts';
import { type RecordsInUse, useRecords } from '../../support/use-records.ts';
import { calendar, directory, modelsFolder } from './builders.ts';

type Mail = {
  id: string;
  purpose: string;
  to: string[];
  cc: string[];
  subject: string;
  text: string;
};

export type DepsInUse = RecordsInUse & {
  /** The real dependencies of the handlers; time and signatures are the test's. */
  deps: Deps;
  /** Moves the time, ISO with an offset. */
  at(instant: string): void;
  /** Who completed the next task asked about, and when. */
  signedBy(signer: string, instant: string): void;
  /** Messages somebody waits for answer true; the test says who waits. Nobody does at first. */
  waits(hear: (message: Message) => boolean | Promise<boolean>): void;
  /** The outbox, oldest first. */
  mails(): Promise<Mail[]>;
};

/** Gives a test file the handlers' dependencies on a real PostgreSQL, emptied before each test. */
export function useDeps(): DepsInUse {
  const use = useRecords();
  let now = new Date('2031-09-05T10:00:00+08:00');
  let hear: (message: Message) => boolean | Promise<boolean>;
  let signature = { signer: '', signedAt: now };
  const more = {
    at: (instant: string) => {
      now = new Date(instant);
    },
    signedBy: (signer: string, instant: string) => {
      signature = { signer, signedAt: new Date(instant) };
    },
    waits: (answer: typeof hear) => {
      hear = answer;
    },
    mails: async () => (await use.sql.query<Mail>('select * from messages order by sequence')).rows,
  };
  beforeAll(async () => {
    const steps = await loadSteps(modelsFolder);
    const deps: Deps = {
      records: use.records,
      directory,
      calendar: () => calendar,
      now: async () => now,
      signatureOf: async () => signature,
      correlate: async (message) => hear(message),
      notices: noticesIn(modelsFolder),
      steps: async () => steps,
    };
    Object.assign(use, { deps });
  });
  beforeEach(async () => {
    hear = () => false;
    await use.sql.query(
      'truncate projects, proceedings, application_versions, decided_facts, documents, forms_shown, clocks, decisions, messages, referrals, withdrawals, tickets, deployments',
    );
  });
  return Object.assign(use, more) as DepsInUse;
}
