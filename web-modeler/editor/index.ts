import { loadStyles } from '../../site/page/assets.ts';
import type { Kind } from '../api/common.ts';
import type { EditorHandle, OpenEditor } from './editor-contract.ts';
import { Desk } from './frame/desk.ts';
import type { OpenPart } from './part.ts';

// Each kind is a chunk of its own; `source` names its style sheet in the build.
const PARTS: Record<Kind, { source: string; load: () => Promise<OpenPart> }> = {
  process: {
    source: 'editor/bpmn/part.ts',
    load: async () => (await import('./bpmn/part.ts')).openProcess,
  },
  decision: {
    source: 'editor/dmn/part.ts',
    load: async () => (await import('./dmn/part.ts')).openDecisions,
  },
  form: {
    source: 'editor/form/part.tsx',
    load: async () => (await import('./form/part.tsx')).openForm,
  },
  notice: {
    source: 'editor/notice/part.ts',
    load: async () => (await import('./notice/part.ts')).openNotice,
  },
};

/** Opens the editor of one file inside the host; what the page may do with it is in the contract. */
export const openEditor: OpenEditor = (host, props) => {
  const { source, load } = PARTS[props.kind];
  const desk = new Desk(host, props, async () => {
    const [open] = await Promise.all([load(), loadStyles(source), loadStyles('editor/index.ts')]);
    return open;
  });
  const handle: EditorHandle = {
    source: () => desk.source(),
    findings: () => desk.findings(),
    select: (id) => desk.select(id),
    saved: (text, blob) => desk.saved(text, blob),
    destroy: () => desk.destroy(),
  };
  return props.kind === 'process' ? { ...handle, pictures: desk.pictures } : handle;
};
