import { z } from 'zod';
import { FIELDS, reading } from './fields.ts';
import { isRecord } from './lenient.ts';

const draftSchema = z
  .object(reading(FIELDS, 'lenient'))
  // A county chosen before the level was changed says nothing any more.
  .transform((draft) => (draft.level === 'county' ? draft : { ...draft, county: undefined }));

/** What is understandable of an application; what is not is absent. Only the fields we know are kept. */
export type Draft = z.output<typeof draftSchema>;

/** Reads whatever was sent as `application`. Never throws. */
export function draftOf(input: unknown): Draft {
  return draftSchema.parse(isRecord(input) ? input : {});
}
