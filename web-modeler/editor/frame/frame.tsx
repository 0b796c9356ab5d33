import type { Finding } from '../../api/common.ts';
import type { Draft } from '../drafts/draft.ts';
import type { Tool } from '../part.ts';
import { DraftBar } from './draft-bar.tsx';
import { FindingPanel } from './finding-panel.tsx';
import { Slot } from './slot.tsx';
import { Toolbar } from './toolbar.tsx';
import './frame.css';

export type Actions = {
  select(elementId: string): void;
  overrule(finding: Finding, document: string): Promise<void>;
  revoke(finding: Finding): Promise<void>;
  restore(draft: Draft): Promise<void>;
  giveUp(): Promise<void>;
  dismiss(): void;
};

export type FrameState = {
  canvas: HTMLElement;
  side: HTMLElement;
  ready?: boolean;
  /** Why the model cannot be shown. */
  failure?: string;
  /** A sentence about something that did not work. */
  notice?: string | undefined;
  /** `none`: this kind has no lint. */
  lint: 'none' | 'waiting' | 'done' | 'broken';
  findings: Finding[];
  /** The element whose findings are to be seen. */
  shown?: string;
  mayOverrule: boolean;
  draft?: Draft | undefined;
  draftIsOlder?: boolean;
  act: Actions;
};

type Props = FrameState & {
  tools: Tool[][];
  hasSide: boolean;
  nameOf(elementId: string): string | undefined;
};

/** Draws an editor: what is unsaved, its tools, the model with its properties, and the findings. */
export function Frame(props: Props) {
  const { canvas, side, hasSide, ready, failure, notice, tools, draft, draftIsOlder, act } = props;
  return (
    <div class="editor">
      {draft && <DraftBar draft={draft} older={draftIsOlder === true} act={act} />}
      {notice && (
        <div class="editor-notice" role="alert">
          <span>{notice}</span>
          <button type="button" onClick={act.dismiss}>
            知道了
          </button>
        </div>
      )}
      <Toolbar groups={tools} />
      <div class="editor-middle">
        <Slot class="editor-canvas" node={canvas} />
        <Slot class="editor-side" node={side} hidden={!hasSide} />
        {!ready && (
          <div class="editor-waiting" role="status">
            {failure ? `模型打不开：${failure}` : '正在打开……'}
          </div>
        )}
      </div>
      {props.lint !== 'none' && <FindingPanel {...props} />}
    </div>
  );
}
