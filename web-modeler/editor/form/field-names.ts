import { forms } from '../chinese/forms.ts';

type Config = {
  name?: string;
  label?: string;
  create?: (options?: object) => { label?: string };
};
type FormFields = { _formFields: Record<string, { config: Config }> };

/**
 * Gives the fields of the palette their Chinese names, also to be found by, and new fields a Chinese label.
 * form-js has no translation; the configuration of its fields is where both come from.
 */
export function nameFields(fields: FormFields): void {
  for (const { config } of Object.values(fields._formFields)) {
    const { create } = config;
    config.name = chinese(config.name ?? config.label);
    if (!create) continue;
    config.create = (options) => {
      const made = create(options);
      return made.label === undefined ? made : { ...made, label: chinese(made.label) };
    };
  }
}

function chinese(name = ''): string {
  return forms[name] ?? name;
}
