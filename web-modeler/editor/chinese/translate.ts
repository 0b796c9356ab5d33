import community from 'bpmn-js-i18n/translations/zn.js';
import { decisions } from './decisions.ts';
import { descriptions } from './descriptions.ts';
import type { Dictionary } from './dictionary.ts';
import { elements } from './elements.ts';
import { elsewhere } from './elsewhere.ts';
import { panel } from './panel.ts';

// Ours come last: the community's words are not always those of the standard.
const diagrams: Dictionary = {
  ...community,
  ...elsewhere,
  ...descriptions,
  ...elements,
  ...panel,
};

function translator(dictionary: Dictionary) {
  return (template: string, replacements: Record<string, string> = {}): string =>
    (dictionary[template] ?? template).replace(
      /\{(\w+)\}/g,
      // A part may be one of the library's own words too, such as the type of an element.
      (part, name: string) => {
        const given = replacements[name];
        return given === undefined ? part : (dictionary[given] ?? given);
      },
    );
}

/** diagram-js's own way to be translated, for diagrams. */
export const translateModule = { translate: ['value', translator(diagrams)] };

/** The same for decision tables, which use some of the words otherwise. */
export const translateDecisionsModule = {
  translate: ['value', translator({ ...diagrams, ...decisions })],
};
