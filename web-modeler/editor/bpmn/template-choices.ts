import { z } from 'zod';
import { noticeHomes } from '../../../models/common.ts';
import type { Library } from '../library.ts';

const property = z.looseObject({
  type: z.string().optional(),
  binding: z.looseObject({
    type: z.string(),
    property: z.string().optional(),
    name: z.string().optional(),
  }),
});
const template = z.looseObject({ properties: z.array(property) });
type Property = z.infer<typeof property>;
type Choice = { name: string; value: string };

/** The templates with what there is to choose from: forms, processes and notices by their Chinese names. */
export function withChoices(templates: unknown[], library: Library, path: string): unknown[] {
  const home = path.split('/')[0] ?? '';
  return templates.map((given) => {
    const read = template.parse(given);
    return {
      ...read,
      properties: read.properties.map((each) => {
        const choices = each.type === 'Hidden' ? undefined : choicesFor(each, library, home);
        if (!choices || choices.length === 0) return each;
        const { feel: _, ...rest } = each;
        return { ...rest, type: 'Dropdown', choices };
      }),
    };
  });
}

function choicesFor({ binding }: Property, library: Library, home: string): Choice[] | undefined {
  if (binding.type === 'zeebe:formDefinition' && binding.property === 'formId') {
    return ofKind(library, 'form').map(({ id, name }) => ({ name, value: id }));
  }
  if (binding.type === 'zeebe:calledElement' && binding.property === 'processId') {
    return ofKind(library, 'process').map(({ id, name }) => ({ name, value: id }));
  }
  if (binding.type === 'zeebe:input' && binding.name === 'template') {
    return ofKind(library, 'notice')
      .filter((notice) => noticeHomes(home).includes(notice.path.split('/')[0] ?? ''))
      .map(({ id, name }) => ({ name, value: `="${id}"` }));
  }
  return undefined;
}

function ofKind(library: Library, kind: Library[number]['kind']): Library {
  return library.filter((model) => model.kind === kind);
}
