import type { Kind } from './common.ts';

const KINDS: Record<string, Kind> = { bpmn: 'process', dmn: 'decision', form: 'form' };

/** What a file is, by its ending; everything that is no model is a notice. */
export function kindOf(path: string): Kind {
  return KINDS[path.slice(path.lastIndexOf('.') + 1)] ?? 'notice';
}
