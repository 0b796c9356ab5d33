import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../api/session.ts';
import { sessionState, watchSession } from './session.ts';

export type SignedIn = NonNullable<Session['user']>;
type WritingRole = 'editor' | 'publisher';

export function useSessionState() {
  const [state, setState] = useState(sessionState);
  useEffect(() => watchSession(setState), []);
  return state;
}

/**
 * Who is signed in.
 * @throws Error outside the pages, which are only shown to somebody who is signed in
 */
export function useMe(): SignedIn {
  const user = useSessionState().session?.user;
  if (!user) throw new Error('Nobody is signed in');
  return user;
}

/** Whether somebody may do what a role may; a publisher may do what an editor may. */
export function may(user: SignedIn, role: WritingRole): boolean {
  return user.role === 'publisher' || user.role === role;
}
