import { z } from 'zod';
import { person } from '../api/common.ts';
import { sessionRoutes } from '../api/session.ts';

/** The session's operations; what a wing tells of a person beside the name is kept for its own pages. */
export const { readSession, signIn, changePassword, signOut } = sessionRoutes(
  z.looseObject(person.shape),
);
export type Session = z.output<typeof readSession.answer>;
