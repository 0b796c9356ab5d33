import type { Version } from '../../api/model.ts';

/** What the storage knows of why it cannot do what it is asked. */
export type Trouble =
  | { kind: 'no-such-version' }
  /** A path that is not a model's. */
  | { kind: 'not-a-path'; path: string }
  /** The file to change is not there any more. */
  | { kind: 'gone'; path: string }
  /** Somebody else has saved the file since the writer began: what is there now. */
  | {
      kind: 'conflict';
      theirs: { path: string; source: string; blob: string; commit: string };
      changed: Version;
    };

/** The storage cannot do what it is asked, and has changed nothing. */
export class StorageError extends Error {
  override name = 'StorageError';
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super('path' in trouble ? `${trouble.kind}: ${trouble.path}` : trouble.kind);
    this.trouble = trouble;
  }
}
