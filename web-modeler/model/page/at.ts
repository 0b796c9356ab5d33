import type { z } from 'zod';
import { inMinutes } from '../../../site/page/ui/time.ts';
import { at as atSchema, type version as versionSchema } from '../../api/model.ts';

/** One saved version of one file. */
export type Version = z.infer<typeof versionSchema>;

/** Which text of a model is meant. */
export type At = z.output<typeof atSchema>;

/** Reads the address; what is not understood there means what is saved. */
export function atOf(value: string | null): At {
  return atSchema.catch('saved').parse(value ?? 'saved');
}

const AT_WORDS = { saved: '当前保存的版本', published: '已发布版本', shipped: '随附版本' } as const;

/** How a text is called: by what it is, by when it was saved, or by the first letters of its commit. */
export function wordsOf(at: At, versions: Version[] = []): string {
  if (at === 'saved' || at === 'published' || at === 'shipped') return AT_WORDS[at];
  const version = versions.find(({ commit }) => commit === at);
  return version ? `${inMinutes(version.at)} 的版本` : `历史版本 ${at.slice(0, 7)}`;
}
