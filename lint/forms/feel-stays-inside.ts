import { reachProblem, reachSentence } from '../feel-reach.ts';
import type { FormRule } from '../rule.ts';

/** No expression of a form reaches outside of FEEL, in a property or between the braces of a text. */
export const feelStaysInside: FormRule = {
  id: 'feel-stays-inside',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: ({ id, source }, _, report) => {
    for (const { at, text } of textsOf(JSON.parse(source), id)) {
      const isFeel = text.trimStart().startsWith('=') || text.includes('{{');
      const problem = isFeel ? reachProblem(text) : undefined;
      if (problem) report(at, reachSentence(problem));
    }
  },
};

function textsOf(value: unknown, around: string): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at: around, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const at = 'id' in value && typeof value.id === 'string' ? value.id : around;
  return Object.values(value).flatMap((item) => textsOf(item, at));
}
