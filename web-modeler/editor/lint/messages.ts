import type { Finding } from '../../../lint/finding.ts';
import type { ModelFile } from '../../../models/model-index.ts';

/** What the page tells the lint worker. */
export type ToWorker =
  | {
      type: 'surroundings';
      files: ModelFile[];
      jobTypes: string[];
      notices: string[];
      noticeReads: Record<string, string[]>;
      regulation: unknown;
    }
  | { type: 'check'; run: number; file: ModelFile };

/** What the worker answers: what it has to say of the file of that run. */
export type FromWorker = { run: number; findings: Finding[] } | { run: number; failure: string };
