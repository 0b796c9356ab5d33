import type { Session } from './session-routes.ts';

/** What this tab knows of who is signed in. */
export type SessionState = {
  /** Undefined until the server has been asked. */
  session: Session | undefined;
  /** The server has ended the session while pages are open: they wait for a new sign-in. */
  expired: boolean;
};

let state: SessionState = { session: undefined, expired: false };
let waiting: (() => void)[] = [];
const listeners = new Set<(state: SessionState) => void>();

function become(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener(state);
}

export function sessionState(): SessionState {
  return state;
}

/** Calls back on every change; returns how to stop it. */
export function watchSession(listener: (state: SessionState) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes over what the server said; calls that waited for a sign-in go on when somebody is signed in. */
export function sessionIs(session: Session): void {
  const signedIn = session.user !== null;
  become({ session, expired: state.expired && !signedIn });
  if (!signedIn) return;
  const resumed = waiting;
  waiting = [];
  for (const resume of resumed) resume();
}

/** The server no longer knows this session: resolves when somebody has signed in again. */
export function signedInAgain(): Promise<void> {
  if (!state.expired) become({ ...state, expired: true });
  return new Promise((resolve) => waiting.push(resolve));
}

/** Takes over a new CSRF token without changing who this tab's pages belong to. */
export function tokenIs(session: Session): void {
  const user = state.session?.user ?? null;
  become({ ...state, session: { ...session, user } });
}
