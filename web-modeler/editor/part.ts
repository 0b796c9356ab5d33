import type { Finding } from '../api/common.ts';
import type { EditorHandle, EditorProps } from './editor-contract.ts';
import type { Surroundings } from './surroundings.ts';

/** A button of the toolbar; those of one group stand together. */
export type Tool = {
  id: string;
  label: string;
  /** What it does, with its keys. */
  title: string;
  /** Whether it is switched on; undefined for a button that only acts. */
  on?: boolean;
  disabled?: boolean;
  run(): void;
};

/** What the frame gives the editor of one kind of model. */
export type PartProps = {
  /** Where the model is drawn. */
  canvas: HTMLElement;
  /** Where the selected element's properties stand; a kind without any hides it. */
  side: HTMLElement;
  props: EditorProps;
  surroundings: Promise<Surroundings>;
  /** The model was changed; not heard while a text is opened. */
  changed(): void;
  /** The toolbar is to be drawn anew. */
  redraw(): void;
  /** A sentence for the user about something that did not work. */
  tell(sentence: string): void;
  /** Shows the findings of an element in the list. */
  showFindings(elementId: string): void;
};

/** The editor of one kind of model. */
export type Part = {
  /** Replaces the model; the way back is the toolbar's 撤销 only within one text. */
  open(source: string): Promise<void>;
  /** Takes over what was typed last and is held back for a moment. */
  settle?(): void;
  /** The text as it is now. */
  text(): Promise<string>;
  /**
   * The same in meaning, made without holding up the typing; undefined when `isCurrent` ceased to hold
   * meanwhile. Only for kinds whose text takes long to write.
   */
  textInPieces?(isCurrent: () => boolean): Promise<string | undefined>;
  tools(): Tool[][];
  select(elementId: string): void;
  /** The name of an element for the list of findings. */
  nameOf(elementId: string): string | undefined;
  mark(findings: Finding[]): void;
  pictures?: EditorHandle['pictures'];
  /** Whether properties stand at the side now. */
  hasSide(): boolean;
  destroy(): void;
};

export type OpenPart = (given: PartProps) => Part;
