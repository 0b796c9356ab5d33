import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Regulation } from '../../law/regulation.ts';
import type { Report } from '../../lint/rule.ts';
import { rulesOver } from '../../lint/rules.ts';
import { indexModels, readModel } from '../../models/model-index.ts';
import { context, surroundings } from './context.ts';
import { walk } from './walk.ts';

/** Expected findings, each as the element's id and a part of the message. */
export type Expected = [id: string | undefined, message: string][];

const DIAGRAMS = 'test/lint/diagrams';

/**
 * Checks a rule with the diagrams of its folder, one case for each. Only what the rule looks at is in
 * them, so that a diagram shows what matters.
 */
export function diagramCases(
  rule: string,
  cases: Record<string, Expected>,
  regulation: Partial<Regulation> = {},
): void {
  describe(rule, () => {
    test('every diagram of the rule has a case', () => {
      const diagrams = readdirSync(`${DIAGRAMS}/${rule}`).map((file) => file.replace('.bpmn', ''));
      expect(diagrams.sort()).toEqual(Object.keys(cases).sort());
    });
    test.each(Object.entries(cases))('%s', async (name, expected) => {
      const found = await check(rule, `${DIAGRAMS}/${rule}/${name}.bpmn`, regulation);
      expect(found).toEqual(
        expected.map(([id, message]) => ({ id, message: expect.stringContaining(message) })),
      );
    });
  });
}

async function check(rule: string, path: string, regulation: Partial<Regulation>) {
  const model = await readModel({ path, source: readFileSync(path, 'utf8') });
  if (model.kind !== 'diagram') throw new Error(`${path} is no diagram`);
  const { models, ...more } = context();
  const own = indexModels([model], surroundings);
  const known = {
    regulation: { ...more.regulation, ...regulation },
    models: {
      ...own,
      forms: models.forms,
      decisions: models.decisions,
      processes: [...own.processes, ...models.processes],
    },
  };
  const found: { id: string | undefined; message: string }[] = [];
  const report: Report = (id, message) => found.push({ id, message });
  const visitor = rulesOver('diagram')
    .find(({ id }) => id === rule)
    ?.check(known);
  if (!visitor) throw new Error(`there is no rule ${rule}`);
  walk(model.definitions, (element) => visitor.check(element, { report }));
  return found;
}
