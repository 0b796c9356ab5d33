import { useEffect, useMemo, useState } from 'preact/hooks';
import type { z } from 'zod';
import { sessionState, watchSession } from './session.ts';

export function useSessionState() {
  const [state, setState] = useState(sessionState);
  useEffect(() => watchSession(setState), []);
  return state;
}

/** Whether people have passwords here; elsewhere a provider has them. */
export function useHasPasswords(): boolean {
  return useSessionState().session?.signInBy === 'password';
}

/**
 * Who is signed in, as the wing's schema tells it.
 * @throws Error outside the pages, which are only shown to somebody who is signed in
 */
export function useSignedIn<U extends z.ZodType>(schema: U): z.output<U> {
  const user = useSessionState().session?.user;
  if (!user) throw new Error('Nobody is signed in');
  return useMemo(() => schema.parse(user), [schema, user]);
}
