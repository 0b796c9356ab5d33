import { z } from 'zod';
import { kind } from '../../api/common.ts';
import { modelSummary } from '../api.ts';
import type { ModelSummary } from './groups.ts';

const CHECKS = ['errors', 'warnings', 'clean', 'shipped'] as const;

/** What the library is narrowed to; null does not narrow. */
export type Filter = {
  text: string;
  kind: ModelSummary['kind'] | null;
  state: ModelSummary['state'] | null;
  check: (typeof CHECKS)[number] | null;
};

export const EVERYTHING: Filter = { text: '', kind: null, state: null, check: null };

const fromAddress = z.object({
  text: z.string().catch(''),
  kind: kind.nullable().catch(null),
  state: modelSummary.shape.state.nullable().catch(null),
  check: z.enum(CHECKS).nullable().catch(null),
});

/** Reads the filter from the address; what is not known there does not narrow. */
export function readFilter(search: URLSearchParams): Filter {
  return fromAddress.parse({
    text: search.get('q') ?? '',
    kind: search.get('kind'),
    state: search.get('state'),
    check: search.get('check'),
  });
}

/** The filter as the address keeps it, so that going back finds it again. */
export function writeFilter({ text, kind, state, check }: Filter): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: text, kind, state, check })) {
    if (value) search.set(name, value);
  }
  return search;
}

/** Whether a model is shown. Every word of the text must occur somewhere: name, id, path, person, note. */
export function isShown(model: ModelSummary, { text, kind, state, check }: Filter): boolean {
  if (kind && model.kind !== kind) return false;
  if (state && model.state !== state) return false;
  if (check && !passes(model, check)) return false;
  const { name, id, path, home, changed } = model;
  const searched = [name, id, path, home.name, changed.by.name, changed.note].join('\n');
  return wordsOf(text).every((word) => searched.toLowerCase().includes(word));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function passes(model: ModelSummary, check: NonNullable<Filter['check']>): boolean {
  switch (check) {
    case 'errors':
      return model.errors > 0;
    case 'warnings':
      return model.warnings > 0;
    case 'clean':
      return model.errors === 0 && model.warnings === 0;
    case 'shipped':
      return model.differsFromShipped;
  }
}
