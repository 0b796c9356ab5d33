import { z } from 'zod';
import { person } from '../../site/api/common.ts';

/** What somebody may do with the models, by the organisation file. */
export const READ = { right: 'read' } as const;
export const EDIT = { right: 'edit' } as const;
export const PUBLISH = { right: 'publish' } as const;
export type Right = (typeof READ | typeof EDIT | typeof PUBLISH)['right'];

export const role = z.enum(['reader', 'editor', 'publisher']);
export type Role = z.infer<typeof role>;

const RIGHTS: Record<Role, readonly string[]> = {
  reader: ['read'],
  editor: ['read', 'edit'],
  publisher: ['read', 'edit', 'publish'],
};

/** What the session tells of who is signed in. */
export const signedIn = person.extend({ role });
export type User = z.infer<typeof signedIn>;

/** Whether somebody's role includes a right. */
export function may(user: Pick<User, 'role'>, right: string): boolean {
  return RIGHTS[user.role].includes(right);
}
