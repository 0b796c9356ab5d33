import { h, render } from 'preact';
import { call } from '../../../site/page/api.ts';
import { sentenceOf } from '../../../site/page/problem.ts';
import type { Finding } from '../../api/common.ts';
import type { Overruling } from '../../linting/api.ts';
import { lintingRoutes } from '../../linting/api.ts';
import { type Draft, keepDrafts, readDrafts } from '../drafts/draft.ts';
import type { EditorHandle, EditorProps } from '../editor-contract.ts';
import { type Linting, startLinting } from '../lint/linting.ts';
import { overrulingOf, withDocuments } from '../lint/overrulings.ts';
import type { OpenPart, Part } from '../part.ts';
import { readSurroundings } from '../surroundings.ts';
import { Frame, type FrameState } from './frame.tsx';
import { whenQuiet } from './when-quiet.ts';

const TELL_LATEST = 300;

/** The same for every kind of model: toolbar, findings, unsaved texts; inside stands the kind's own editor. */
export class Desk implements Required<EditorHandle> {
  readonly pictures: NonNullable<EditorHandle['pictures']> = {
    svg: () => this.#pictures().svg(),
    png: () => this.#pictures().png(),
  };
  readonly #host: HTMLElement;
  readonly #props: EditorProps;
  readonly #canvas = document.createElement('div');
  readonly #side = document.createElement('div');
  readonly #surroundings = readSurroundings();
  readonly #state: FrameState;
  readonly #quiet = whenQuiet(() => this.#lookAgain());
  #part: Part | undefined;
  #linting: Linting | undefined;
  #overrulings: Overruling[] = [];
  #told: Finding[] = [];
  /** The text that is saved, and how the editor itself writes the same; undefined while that is not known. */
  #saved: { source: string; written: string | undefined };
  /** What earlier visits left unsaved and nobody has decided on; kept together with what is typed now. */
  #left: Draft[] = [];
  readonly #leftIsRead: Promise<void>;
  /** The saved blob the text began from: after an older text was brought back not the newest. */
  #base: string | null;
  /** Counts the changes, and the one that was last kept. */
  #version = 0;
  #kept = 0;
  /** What happens while a text is opened is no change of it. */
  #listens = false;
  #touched = false;
  #toldDirty = false;
  #toSelect: string | undefined;
  #destroyed = false;

  constructor(host: HTMLElement, props: EditorProps, load: () => Promise<OpenPart>) {
    this.#host = host;
    this.#props = props;
    this.#saved = { source: props.source, written: undefined };
    this.#leftIsRead = props.readOnly ? Promise.resolve() : this.#readLeft();
    this.#base = props.blob;
    this.#state = {
      canvas: this.#canvas,
      side: this.#side,
      lint: props.kind === 'notice' ? 'none' : 'waiting',
      findings: [],
      mayOverrule: !props.readOnly,
      act: {
        select: (id) => this.select(id),
        overrule: (finding, document) => this.#overrule(finding, document),
        revoke: (finding) => this.#revoke(finding),
        restore: (draft) => this.#restore(draft),
        giveUp: () => this.#giveUp(),
        dismiss: () => this.#set({ notice: undefined }),
      },
    };
    host.addEventListener('keydown', this.#keys);
    this.#draw();
    this.#open(load).catch((error: unknown) => this.#set({ failure: sentenceOf(error) }));
  }

  async source(): Promise<string> {
    this.#part?.settle?.();
    if (!this.#part || !this.#touched) return this.#saved.source;
    // What only looks different because the editor writes it in its own way is not a change.
    const written = await this.#written();
    if (written !== undefined && written === this.#saved.written) return this.#saved.source;
    return this.#part.text();
  }

  findings(): Finding[] {
    return this.#state.findings;
  }

  #pictures(): NonNullable<EditorHandle['pictures']> {
    if (!this.#part?.pictures) throw new Error('no picture yet');
    return this.#part.pictures;
  }

  select(elementId: string): void {
    if (this.#state.ready) this.#part?.select(elementId);
    else this.#toSelect = elementId;
  }

  saved(source: string, blob: string): void {
    const same = source === this.#saved.source;
    this.#saved = { source, written: same ? this.#saved.written : undefined };
    this.#base = blob;
    const { draft } = this.#state;
    if (draft) this.#set({ draftIsOlder: draft.base !== blob });
    // The page takes itself for clean now.
    this.#toldDirty = false;
    void this.#beginFrom(source);
  }

  destroy(): void {
    this.#destroyed = true;
    this.#quiet.stop();
    this.#linting?.stop();
    this.#part?.settle?.();
    // What was typed last was not looked at yet.
    if (this.#touched && this.#kept !== this.#version) {
      this.#part?.text().then((text) => this.#keep(text), console.error);
    }
    this.#part?.destroy();
    this.#host.removeEventListener('keydown', this.#keys);
    render(null, this.#host);
  }

  readonly #keys = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      this.#props.onSaveRequested();
    }
  };

  /** Finds out how the editor writes what was saved, unless it was changed again meanwhile. */
  async #beginFrom(source: string): Promise<void> {
    await this.#keep(undefined);
    if (this.#saved.written === undefined) {
      const written = await this.#written();
      if ((await this.#part?.text()) === source) this.#saved.written = written;
    }
    await this.#lookAgain();
  }

  /** The text in the editor's own way; undefined when it changes meanwhile. */
  async #written(): Promise<string | undefined> {
    const version = this.#version;
    const part = this.#part;
    return part?.textInPieces ? part.textInPieces(() => version === this.#version) : part?.text();
  }

  async #open(load: () => Promise<OpenPart>): Promise<void> {
    const open = await load();
    if (this.#destroyed) return;
    const began = performance.now();
    const part = open({
      canvas: this.#canvas,
      side: this.#side,
      props: this.#props,
      surroundings: this.#surroundings,
      changed: () => this.#changed(),
      redraw: () => this.#draw(),
      tell: (notice) => this.#set({ notice }),
      showFindings: (shown) => this.#set({ shown }),
    });
    this.#part = part;
    this.#draw();
    await part.open(this.#props.source);
    await this.#leftIsRead;
    if (this.#destroyed) return;
    this.#listens = true;
    this.#set({ ready: true });
    // What bench/modeler.ts compares with bpmn-js alone.
    performance.measure('editor ready', { start: began });
    this.#offerLeft();
    if (this.#toSelect !== undefined) part.select(this.#toSelect);
    const written = await this.#written();
    if (!this.#touched) this.#saved.written = written;
    await this.#startLinting();
  }

  async #startLinting(): Promise<void> {
    const { path, kind } = this.#props;
    const surroundings = await this.#surroundings;
    if (this.#destroyed || kind === 'notice') return;
    this.#overrulings = surroundings.overrulings;
    this.#linting = startLinting(path, surroundings, (findings) => {
      if (!findings) {
        this.#set({ lint: 'broken' });
        return;
      }
      this.#told = findings;
      this.#set({ lint: 'done' });
      this.#showFindings();
    });
    const text = this.#touched ? await this.#written() : this.#saved.source;
    if (text !== undefined) this.#linting.check(text);
  }

  #changed(): void {
    if (!this.#listens) return;
    const first = !this.#touched;
    this.#touched = true;
    this.#version += 1;
    if (first) {
      // Whoever is told of unsaved changes can rely on their being kept, unless that takes long.
      setTimeout(() => this.#tellDirty(this.#touched), TELL_LATEST);
      void this.#lookAgain();
    } else {
      this.#quiet.touch();
    }
    this.#draw();
  }

  #tellDirty(dirty: boolean): void {
    if (dirty === this.#toldDirty || this.#destroyed) return;
    this.#toldDirty = dirty;
    this.#props.onDirty(dirty);
  }

  /** The text stands still: keep it, lint it, and see whether it is what is saved after all. */
  async #lookAgain(): Promise<void> {
    if (!this.#part || this.#destroyed) return;
    const version = this.#version;
    const text = await this.#written();
    // It was changed meanwhile, and will be looked at again.
    if (text === undefined || this.#destroyed) return;
    this.#linting?.check(text);
    const dirty = text !== this.#saved.written;
    if (!dirty) this.#touched = false;
    await this.#keep(dirty ? text : undefined);
    this.#kept = version;
    this.#tellDirty(dirty);
  }

  async #keep(source: string | undefined): Promise<void> {
    const { me, path, readOnly } = this.#props;
    await this.#leftIsRead;
    if (readOnly) return;
    const typed = source === undefined ? [] : [this.#draftOf(source)];
    try {
      await keepDrafts(me.id, path, [...typed, ...this.#left]);
    } catch (error) {
      // A browser may refuse to keep anything, in a private window for one.
      console.error(error);
    }
  }

  #draftOf(source: string): Draft {
    return { source, base: this.#base, at: new Date().toISOString() };
  }

  async #readLeft(): Promise<void> {
    const left = await readDrafts(this.#props.me.id, this.#props.path).catch(() => []);
    this.#left = left.filter(({ source }) => source !== this.#props.source);
  }

  #offerLeft(): void {
    const [draft] = this.#left;
    this.#set({ draft, draftIsOlder: draft !== undefined && draft.base !== this.#base });
  }

  #showFindings(): void {
    const findings = withDocuments(this.#told, this.#overrulings).sort(byWeight);
    this.#part?.mark(findings);
    this.#set({ findings });
  }

  async #restore(draft: Draft): Promise<void> {
    const typed = this.#touched ? await this.source() : undefined;
    this.#listens = false;
    try {
      await this.#part?.open(draft.source);
    } catch (error) {
      this.#set({ notice: `没有保存的修改打不开：${sentenceOf(error)}` });
      return;
    } finally {
      this.#listens = true;
    }
    this.#left = this.#left.filter((left) => left !== draft);
    // What was typed beside the offer is offered next.
    if (typed !== undefined && typed !== this.#saved.source)
      this.#left.unshift(this.#draftOf(typed));
    if (draft.base !== this.#base) {
      this.#base = draft.base;
      this.#props.onRestored?.(draft.base);
    }
    this.#offerLeft();
    this.#changed();
  }

  async #giveUp(): Promise<void> {
    this.#left.shift();
    this.#offerLeft();
    if (this.#touched) await this.#lookAgain();
    else await this.#keep(undefined);
  }

  async #overrule(finding: Finding, document: string): Promise<void> {
    const { file: path, rule, id, message } = finding;
    const body = { path, rule, elementId: id ?? null, message, document };
    this.#overrulings = [...this.#overrulings, await call(lintingRoutes.overrule, { body })];
    this.#showFindings();
  }

  async #revoke(finding: Finding): Promise<void> {
    const overruling = overrulingOf(finding, this.#overrulings);
    if (!overruling) return;
    await call(lintingRoutes.revokeOverruling, { params: { id: overruling.id } });
    this.#overrulings = this.#overrulings.filter(({ id }) => id !== overruling.id);
    this.#showFindings();
  }

  #set(change: Partial<FrameState>): void {
    Object.assign(this.#state, change);
    this.#draw();
  }

  #draw(): void {
    if (this.#destroyed) return;
    const part = this.#part;
    const nameOf = (id: string) => part?.nameOf(id);
    const tools = this.#state.ready && part ? part.tools() : [];
    const hasSide = part?.hasSide() === true;
    render(h(Frame, { ...this.#state, tools, hasSide, nameOf }), this.#host);
  }
}

/** Errors first, then warnings, what was overruled last. */
function byWeight(a: Finding, b: Finding): number {
  return weight(a) - weight(b);
}

function weight({ severity, document }: Finding): number {
  if (document) return 2;
  return severity === 'error' ? 0 : 1;
}
