import type { Finding, Kind } from '../api/common.ts';

/**
 * What a page gives the editor of one file. The editor draws everything inside its host: canvas,
 * properties, findings, its own toolbar. The page draws the frame around it.
 */
export type EditorProps = {
  path: string;
  kind: Kind;
  /** The text to begin from; empty: a new file, the editor starts with an empty one of this kind. */
  source: string;
  /** The saved blob the text is of; null when it was never saved. */
  blob: string | null;
  readOnly: boolean;
  me: { id: string; name: string };
  /** Called when the text begins or ceases to differ from what is saved. */
  onDirty(dirty: boolean): void;
  /** Ctrl+S inside the editor: the page opens its saving dialog. */
  onSaveRequested(): void;
  /** A called process, a table or a form is to be opened by its path. */
  onOpen(path: string): void;
  /**
   * An unsaved text was brought back that began from another blob than the one given: saving has to name
   * that one, so that what somebody else saved meanwhile is not overwritten unseen.
   */
  onRestored?(base: string | null): void;
};

/** An open editor, as the page sees it. */
export type EditorHandle = {
  /** The text as it is now. */
  source(): Promise<string>;
  /** What lint says of it now. */
  findings(): Finding[];
  /** Only for kinds that have a drawing. */
  pictures?: { svg(): Promise<string>; png(): Promise<Blob> };
  /** Selects an element and brings it into view; an unknown id does nothing. */
  select(elementId: string): void;
  /** The page saved `source`: the editor is clean with it, begins from `blob` and forgets what it kept. */
  saved(source: string, blob: string): void;
  destroy(): void;
};

/** What `editor/index.ts` exports. */
export type OpenEditor = (host: HTMLElement, props: EditorProps) => EditorHandle;
