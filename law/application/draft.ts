import { z } from 'zod';
import { isAmount, readAmount } from './amount.ts';
import {
  categories,
  codesOf,
  kinds,
  levels,
  materialKinds,
  ownerTypes,
  planParts,
} from './codes.ts';
import { emptyIsAbsent } from './fields.ts';
import { shortened, withoutUnseen } from './text.ts';

const MOST_ROWS = 50;

// Nothing here complains: what cannot be understood is left out, so that the applicant gets the rest
// back for correction and the rules can look at what there is.

const line = kept((t) => withoutUnseen(t, false)).optional();
const lines = kept((t) => withoutUnseen(t, true)).optional();
/** Stands in mail subjects and on task cards, also while it is still wrong. */
const name = shown(100);
const unit = shown(200);

const number = z
  .unknown()
  .transform((input) => {
    const read = readAmount(input);
    if (isAmount(read)) return read.value;
    return Number.isFinite(input) ? (input as number) : undefined;
  })
  .optional();
const yes = z
  .unknown()
  .transform((input) => input === true)
  .default(false);

const quote = z.object({ vendor: line, price: number });

const material = z.object({
  kind: oneOf(materialKinds),
  title: line,
  document: line,
  link: line,
  parts: z
    .array(oneOf(planParts))
    .catch([])
    .transform((parts) => parts.filter((p) => p !== undefined)),
});

const draftSchema = z
  .object({
    classified: yes,
    projectName: name,
    applicantUnit: unit,
    ownerUnit: unit,
    ownerType: oneOf(ownerTypes),
    level: oneOf(levels),
    county: line,
    kind: oneOf(kinds),
    category: oneOf(categories),
    investment: number,
    implementationCost: number,
    site: line,
    period: z.object({ from: line, to: line }).optional().catch(undefined),
    mode: lines,
    necessity: lines,
    goals: lines,
    decisionMeeting: z
      .object({ body: line, date: line, document: line })
      .optional()
      .catch(undefined),
    majorDeployment: yes,
    majorDeploymentBasis: lines,
    reserveId: line,
    separateProjectReason: lines,
    fundingPlan: lines,
    quotes: rows(quote),
    materials: rows(material),
    contact: z.object({ name: line, phone: line, email: line }).optional().catch(undefined),
  })
  // A county chosen before the level was changed says nothing any more.
  .transform((draft) => (draft.level === 'county' ? draft : { ...draft, county: undefined }));

/** What is understandable of an application; what is not is absent. Only the fields we know are kept. */
export type Draft = z.output<typeof draftSchema>;

/** Reads whatever was sent as `application`. Never throws. */
export function draftOf(input: unknown): Draft {
  return draftSchema.parse(isRecord(input) ? input : {});
}

function kept(clean: (text: string) => string) {
  return z.unknown().transform((input) => {
    const present = emptyIsAbsent(input);
    return typeof present === 'string' ? clean(present).trim() || undefined : undefined;
  });
}

/** Always there, because texts are put together with it; at most `max` characters. */
function shown(max: number) {
  return kept((text) => shortened(withoutUnseen(text, false), max))
    .transform((text) => text ?? '')
    .default('');
}

function oneOf<T extends Record<string, string>>(table: T) {
  return z.enum(codesOf(table)).optional().catch(undefined);
}

function rows<T extends z.ZodType>(row: T) {
  const records = z.preprocess(
    (input) => (Array.isArray(input) ? input.filter(isRecord).slice(0, MOST_ROWS) : []),
    z.array(row),
  );
  return records.prefault([]);
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
