import { is } from '../../models/element.ts';
import { expression } from '../../models/feel.ts';
import { type Stated, texts } from '../../models/texts.ts';
import { languageProblem, reachProblem, reachSentence } from '../feel-reach.ts';
import type { DiagramRule } from '../rule.ts';

const LANGUAGES = ['language', 'expressionLanguage', 'scriptFormat'];

/** No expression of a diagram reaches outside of FEEL: this Camunda release would run what it reaches. */
export const feelStaysInside: DiagramRule = {
  id: 'feel-stays-inside',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: () => ({
    check(definitions, { report }) {
      // Looked through as a whole: extensions, foreign ones too, have no ids to be told by.
      if (!is(definitions, 'bpmn:Definitions')) return;
      for (const stated of texts(definitions)) {
        const problem = LANGUAGES.includes(stated.property)
          ? languageProblem(stated.text)
          : problemOf(stated);
        if (problem) report(stated.id, reachSentence(problem));
      }
    },
  }),
};

/** Whatever begins with `=` is FEEL, wherever it stands; conditions and scripts are meant to be. */
function problemOf({ element, property, text }: Stated): string | undefined {
  const feel = expression(text);
  if (feel !== undefined) return reachProblem(feel);
  const meant =
    (is(element, 'bpmn:Expression') && property === 'body') ||
    (is(element, 'bpmn:ScriptTask') && property === 'script');
  return meant ? reachProblem(text) : undefined;
}
