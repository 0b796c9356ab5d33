import type { Records, SubmissionRecords } from '../../../records/index.ts';
import type { Finding } from '../../api/common.ts';
import type { Storage } from '../storage/index.ts';
import type { PublishingEngine } from './engine.ts';

/** Waits, for a bounded time, until Tasklist shows forms of these keys; false when it does not yet. */
export type FormsShown = (formKeys: string[]) => Promise<boolean>;

/** What publishing needs. */
export type PublishingDeps = {
  storage: Pick<Storage, 'head' | 'ref' | 'files' | 'read' | 'commitBeside' | 'publish'>;
  records: Pick<Records, keyof SubmissionRecords | 'beginMove' | 'endMove' | 'moves'>;
  /** What lint says of all models of a commit; what an administrator overruled has its document. */
  lint: (commit: string) => Promise<Finding[]>;
  engine: PublishingEngine;
  /** See `FormsShown`; undefined: Tasklist cannot be asked here. */
  formsShown?: FormsShown | undefined;
  now: () => Date;
  /** Operate's address, such as http://127.0.0.1:8080/operate. */
  operateUrl?: string | undefined;
};
