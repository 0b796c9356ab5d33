import { type Asked, isWritten, plainText, UNKNOWN } from '../display.ts';
import { categories, kinds, levels, materialKinds, ownerTypes, planParts } from './codes.ts';

/** How the fields of the application are told, by their path; the others are told as they are. */
const FIELDS: Record<string, Asked> = {
  ownerType: { words: ownerTypes },
  kind: { words: kinds },
  category: { words: categories },
  investment: { unit: '万元' },
  implementationCost: { unit: '万元' },
  'materials.kind': { words: materialKinds },
  'materials.parts': { words: planParts },
};

type Fields = Record<string, unknown>;

/** What several fields tell together. */
const TOGETHER: Record<string, (application: Fields) => string> = {
  level: ({ level, county }) => {
    const word = plainText(level, { words: levels });
    return level === 'county' ? `${word}，${plainText(county)}` : word;
  },
  /** On what the application rests: a major deployment, or the reserve of projects. */
  basis: ({ majorDeployment, majorDeploymentBasis, reserveId }) => {
    if (majorDeployment === true) return `重大部署：${plainText(majorDeploymentBasis)}`;
    return isWritten(reserveId) ? `储备库编号：${plainText(reserveId)}` : plainText(undefined);
  },
};

/**
 * A field of the variable `application` as reviewers read it, in plain text.
 * @param path of the field, or `level`, `basis`; that of a field of a list's rows is `materials.kind`
 * @param value the field's value; of a list's row its own
 */
export function applicationField(path: string, value: unknown, application: unknown): string {
  if (typeof application !== 'object' || application === null) return UNKNOWN;
  return TOGETHER[path]?.(application as Fields) ?? plainText(value, FIELDS[path]);
}
