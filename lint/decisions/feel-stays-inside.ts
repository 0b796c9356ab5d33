import { type Stated, texts } from '../../models/texts.ts';
import { languageProblem, reachProblem, reachSentence } from '../feel-reach.ts';
import type { DecisionFileRule } from '../rule.ts';

// What people only read.
const PROSE = ['id', 'name', 'label', 'description', 'question', 'allowedAnswers', 'namespace'];

/** No expression of a DMN file reaches outside of FEEL: this Camunda release would run what it reaches. */
export const feelStaysInside: DecisionFileRule = {
  id: 'feel-stays-inside',
  kind: 'decision-file',
  severity: 'error',
  legal: false,
  check: (definitions, _, report) => {
    for (const stated of texts(definitions)) {
      const problem = problemOf(stated);
      if (problem) report(stated.id, reachSentence(problem));
    }
  },
};

function problemOf({ element, property, text }: Stated): string | undefined {
  if (property === 'expressionLanguage') return languageProblem(text);
  if (element.$type === 'dmn:FunctionDefinition' && property === 'kind') {
    return text === 'FEEL' ? undefined : `函数的种类是“${text}”，只能用 FEEL`;
  }
  return PROSE.includes(property) ? undefined : reachProblem(text);
}
