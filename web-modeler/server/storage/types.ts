import type { Person } from '../../../site/api/common.ts';
import type { Version } from '../../api/model.ts';

/** A file of a commit: its path below the models' folder and the id of its content. */
export type StoredFile = { path: string; blob: string };

/** A file to save: its new text (null removes it) and the content the writer began from (null: it is new). */
export type FileChange = { path: string; source: string | null; base: string | null };

/**
 * The models' own repository. A commit is one state of all models; `main` is the line of saves, `published` what
 * the engine runs, `shipped` what this release came with.
 */
export interface Storage {
  /** The commit of what is saved. */
  head(): Promise<string>;
  ref(name: 'published' | 'shipped'): Promise<string>;
  /**
   * Every file of a commit, by path.
   * @throws StorageError `no-such-version`
   */
  files(commit: string): Promise<StoredFile[]>;
  /**
   * One file of a commit; undefined when the commit does not have it.
   * @throws StorageError `no-such-version`
   */
  read(commit: string, path: string): Promise<{ source: string; blob: string } | undefined>;
  /** The saved versions of a file, newest first; none for a file that never was. */
  history(path: string): Promise<Version[]>;
  /**
   * Saves as one commit, all or nothing, and answers it; the head as it is when nothing differs.
   * @throws StorageError `conflict` when a file's content at the head is not its `base`, with what is there
   */
  save(files: FileChange[], author: Person, note: string): Promise<string>;
  /** A commit beside the line of saves: the parent's files with these put in (null removes); moves no ref. */
  commitBeside(
    parent: string,
    files: { path: string; blob: string | null }[],
    author: Person,
    note: string,
  ): Promise<string>;
  /** Makes a commit the published one and exports its files; an export cut short is repeated at the next start. */
  publish(commit: string): Promise<void>;
  /** Waits for what is being written and gives the folder free. */
  close(): Promise<void>;
}
