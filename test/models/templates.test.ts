import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { ROLES } from '../../law/roles.ts';
import { readBpmn } from '../../models/bpmn.ts';
import { type Element, list, text } from '../../models/element.ts';
import { modelFiles } from '../../models/files.ts';
import { flowElements } from '../../models/flow.ts';
import { extension, input, inputs, jobType } from '../../models/zeebe.ts';

const template = z.looseObject({
  id: z.string(),
  properties: z.array(
    z.looseObject({
      type: z.string().optional(),
      optional: z.boolean().optional(),
      value: z.union([z.string(), z.number(), z.boolean()]).optional(),
      choices: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
      binding: z.looseObject({
        type: z.string(),
        name: z.string().optional(),
        property: z.string().optional(),
      }),
    }),
  ),
});

const templates = await Promise.all(
  (await readdir('models/templates'))
    .filter((file) => file.endsWith('.json'))
    .map(async (file) =>
      template.parse(JSON.parse(await readFile(`models/templates/${file}`, 'utf8'))),
    ),
);
const elements = (
  await Promise.all((await modelFiles('bpmn')).filter(isDiagram).map(elementsOf))
).flat();
const made = elements.flatMap((element) => {
  const id = text(element, 'modelerTemplate');
  return id === undefined ? [] : [{ id, element }];
});

describe('the shipped diagrams use the element templates', () => {
  test('every step a person takes, every reminder and every notice is made from one', () => {
    const without = elements.filter(
      (element) =>
        text(element, 'modelerTemplate') === undefined &&
        (element.$type === 'bpmn:UserTask' ||
          element.$type === 'bpmn:CallActivity' ||
          ['remind', 'notify'].includes(jobType(element) ?? '')),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test.each(templates)(
    '$id: what its elements hold is what it offers or sets',
    ({ id, properties }) => {
      const uses = made.filter((use) => use.id === id);
      expect(uses.length).toBeGreaterThan(0);
      for (const { element } of uses) {
        for (const { type, optional, value, choices, binding } of properties) {
          if (binding.type !== 'zeebe:input') continue;
          const found = input(element, binding.name ?? '');
          const where = `${element.id} ${binding.name}`;
          if (!optional) expect([where, found]).not.toEqual([where, undefined]);
          if (type === 'Hidden') expect([where, found]).toEqual([where, value]);
          if (choices && found !== undefined) {
            expect(choices.map((choice) => choice.value)).toContain(found);
          }
        }
      }
    },
  );

  test.each(['statutory-task', 'untimed-task'])('%s calls the roles by their words', (id) => {
    const role = templates
      .find((template) => template.id === id)
      ?.properties.find(({ binding }) => binding.name === 'role');
    expect(role?.choices).toEqual(
      Object.entries(ROLES).map(([value, name]) => ({ name, value: `="${value}"` })),
    );
  });

  test('a task with a limit is of the template with a limit, and no other', () => {
    const tasks = made.filter(({ element }) => element.$type === 'bpmn:UserTask');
    for (const { id, element } of tasks) {
      const timed = inputs(element).some(({ target }) => target === 'limitDays');
      expect([element.id, id]).toEqual([element.id, timed ? 'statutory-task' : 'untimed-task']);
      expect(extension(element, 'zeebe:UserTask')).toBeDefined();
    }
  });
});

function isDiagram(path: string): boolean {
  return path.endsWith('.bpmn');
}

async function elementsOf(path: string): Promise<Element[]> {
  const { definitions } = await readBpmn(await readFile(path, 'utf8'));
  return list(definitions, 'rootElements').flatMap(flowElements);
}
