import { z } from 'zod';

/** One part of a form as people see it. */
export type FormField = {
  id: string;
  type: string;
  label: string;
  key: string;
  /** The rest of what it says, in one text: choices, limits, conditions. */
  rest: string;
};

type Component = z.infer<typeof component>;
const component = z.looseObject({
  id: z.string(),
  type: z.string(),
  label: z.string().optional(),
  text: z.string().optional(),
  key: z.string().optional(),
  get components() {
    return z.array(component).optional();
  },
});
const form = z.object({ components: z.array(component) });

/** The parts of a form in their order, groups before what is in them; undefined when it cannot be read. */
export function readFields(source: string): FormField[] | undefined {
  try {
    return form.parse(JSON.parse(source)).components.flatMap(fieldsOf);
  } catch {
    return undefined;
  }
}

function fieldsOf(part: Component): FormField[] {
  const { id, type, label, text, key, components = [], layout: _layout, ...others } = part;
  const rest = Object.entries(others).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const own = { id, type, label: label ?? text ?? '', key: key ?? '', rest: rest.join('\n') };
  return [own, ...components.flatMap(fieldsOf)];
}
