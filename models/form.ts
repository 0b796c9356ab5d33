import { z } from 'zod';
import { partAt } from './parts.ts';

const componentSchema = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  key: z.string().optional(),
  path: z.string().optional(),
  label: z.string().optional(),
  text: z.string().optional(),
  expression: z.string().optional(),
  validate: z.looseObject({ required: z.boolean().optional() }).optional(),
  values: z.array(z.looseObject({ label: z.string(), value: z.unknown() })).optional(),
  columns: z.array(z.looseObject({ label: z.string(), key: z.string() })).optional(),
  get components() {
    return z.array(componentSchema).optional();
  },
});

const formSchema = z.looseObject({
  id: z.string(),
  executionPlatform: z.string().optional(),
  components: z.array(componentSchema),
});

export type Component = z.output<typeof componentSchema>;

/**
 * A form, and every component of it, those inside groups and lists too. `target` is the path a
 * component writes (`application.site`), `variable` the process variable that belongs to, `part` the common part it is of.
 */
export type Form = {
  file: string;
  id: string;
  platform: string | undefined;
  components: (Component & {
    target: string | undefined;
    variable: string | undefined;
    part: string | undefined;
  })[];
  /** The whole file, to look for what its expressions read. */
  source: string;
};

/**
 * Reads a `.form` file.
 * @throws when it is not JSON or lacks what every form has.
 */
export function readForm(file: string, source: string): Form {
  const { id, executionPlatform, components } = formSchema.parse(JSON.parse(source));
  return {
    file,
    id,
    platform: executionPlatform,
    components: flatten(components, [], undefined),
    source,
  };
}

function flatten(
  components: Component[],
  path: string[],
  around: string | undefined,
): Form['components'] {
  return components.flatMap((component) => {
    const own = [...path, ...steps(component.path ?? component.key)];
    const part = around ?? partAt(component);
    const writes = component.key !== undefined || component.type === 'dynamiclist';
    return [
      {
        ...component,
        target: writes ? own.join('.') : undefined,
        variable: writes ? own[0] : undefined,
        part,
      },
      ...flatten(component.components ?? [], own, part),
    ];
  });
}

function steps(path: string | undefined): string[] {
  return (path ?? '').split('.').filter((step) => step !== '');
}
