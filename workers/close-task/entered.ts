import { z } from 'zod';

const text = z.string().trim().max(4000).nullish();

/** Steps whose outcome needs a written reason (requirements section 3; opinions in the joint review, Art. 20). */
const REASON_NEEDED = new Set(['return', 'reject', 'object', 'withhold', 'support-with-changes']);

/**
 * What a person entered. The form asks for the same, but Tasklist's interface also takes completions
 * that no form has seen, so it is checked again here.
 */
export const enteredSchema = z
  .looseObject({
    outcome: z.enum([
      'approve',
      'return',
      'reject',
      'submit',
      'support',
      'support-with-changes',
      'object',
      'continue',
      'withhold',
    ]),
    opinion: text,
    ground: text,
  })
  .refine(({ outcome, opinion }) => !REASON_NEEDED.has(outcome) || Boolean(opinion), {
    path: ['opinion'],
  });

export type Entered = z.output<typeof enteredSchema>;
