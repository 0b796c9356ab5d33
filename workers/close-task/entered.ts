import { z } from 'zod';
import { CHOSEN, isNeeded, OUTCOMES } from '../../law/outcomes.ts';

const text = z.string().trim().max(4000).nullish();

/** Working days of one extension, asked for or granted. */
export const extensionDaysSchema = z.number().int().min(1).max(60);

/** What asks for more time beside its reason. */
const extensionSchema = z.looseObject({
  extensionDays: extensionDaysSchema,
  extensionDocument: z.string().trim().min(1).max(200),
});

/** Who is asked again when opinions are handed back: everybody, or the bodies named. */
const askAgainSchema = z.union([
  z.looseObject({ askAgain: z.literal('all').nullish() }),
  z.looseObject({
    askAgain: z.literal('concerned'),
    concernedBodies: z.array(z.string().min(1)).min(1),
  }),
]);

/**
 * What a person entered. The form asks for the same, but Tasklist's interface also takes completions
 * that no form has seen, so it is checked again here.
 */
export const enteredSchema = z
  .looseObject({
    outcome: z.enum(CHOSEN),
    opinion: text,
    ground: text,
  })
  .refine(({ outcome, opinion }) => !isNeeded('opinion', outcome) || Boolean(opinion), {
    path: ['opinion'],
  })
  .refine(
    (entered) => !isNeeded('extensionDays', entered.outcome) || fits(entered, extensionSchema),
    {
      path: ['extensionDays'],
    },
  )
  .refine(
    (entered) => OUTCOMES[entered.outcome].clock !== 'stops' || fits(entered, askAgainSchema),
    {
      path: ['concernedBodies'],
    },
  );

export type Entered = z.output<typeof enteredSchema>;

function fits(entered: unknown, schema: z.ZodType): boolean {
  return schema.safeParse(entered).success;
}
