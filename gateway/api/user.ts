import { z } from 'zod';
import { person } from '../../site/api/common.ts';

/** What the session tells of who is signed in: who they are, and what is open to them besides their own tasks. */
export const signedIn = person.extend({
  body: z.string(),
  position: z.string(),
  /** What they may do with the models; null: nothing. */
  modelerRole: z.enum(['reader', 'editor', 'publisher']).nullable(),
  /** What they may do in Operate; null: nothing. */
  operatorRole: z.enum(['reader', 'operator']).nullable(),
  /** Whether they look after the accounts of everybody. */
  administrator: z.boolean(),
});
export type User = z.infer<typeof signedIn>;

/** Looking after accounts, as the organisation file says. */
export const ADMINISTER = { right: 'administer' } as const;
