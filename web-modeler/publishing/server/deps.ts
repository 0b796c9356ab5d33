import type { FormsShown } from '../../../engine/deployment/forms-shown.ts';
import type { PublishingEngine } from '../../../engine/deployment/publishing-engine.ts';
import type { Choices } from '../../../law/directory/index.ts';
import type { PublishingRecords } from '../../../records/index.ts';
import type { Finding } from '../../api/common.ts';
import type { Storage } from '../../server/storage/index.ts';

/** What publishing needs. */
export type PublishingDeps = {
  storage: Pick<
    Storage,
    'head' | 'ref' | 'files' | 'read' | 'history' | 'commitBeside' | 'publish'
  >;
  records: PublishingRecords;
  /** What lint says of all models of a commit; what an administrator overruled has its document. */
  lint: (commit: string) => Promise<Finding[]>;
  engine: PublishingEngine;
  /** The names forms offer, as the organisation is now. */
  choices: () => Choices;
  /** See `FormsShown`; undefined: Tasklist cannot be asked here. */
  formsShown?: FormsShown | undefined;
  now: () => Date;
  /** Operate's address, such as http://127.0.0.1:8080/operate. */
  operateUrl?: string | undefined;
};
