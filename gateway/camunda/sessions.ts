import type { WebSession } from '../../engine/login.ts';

/** A session that nobody has used this long is opened anew, before Camunda itself ends it. */
const IDLE_MS = 10 * 60_000;

/** Sessions at one of Camunda's web applications. */
export type CamundaSessions = {
  /**
   * The person's own session: their name stands at the tasks they take. Opened when it is first needed.
   * @throws LoginUnavailable
   */
  of(personId: string): Promise<WebSession>;
  /** Camunda does not know the session any more. */
  forget(personId: string): void;
};

/**
 * Sessions one a person, kept in memory: who signs in to the gateway never sees them. People who ask at one moment share
 * the one that is being opened.
 * @param camunda signs a person in to Camunda, and out
 * @param clock milliseconds by a clock that never jumps
 */
export function camundaSessions(
  camunda: {
    open: (personId: string) => Promise<WebSession>;
    close: (session: WebSession) => Promise<void>;
  },
  clock: () => number = () => performance.now(),
): CamundaSessions {
  const sessions = new Map<string, { session: Promise<WebSession>; used: number }>();
  return {
    of(personId) {
      const known = sessions.get(personId);
      if (known !== undefined && clock() - known.used < IDLE_MS) {
        known.used = clock();
        return known.session;
      }
      // Left open it would only run out by itself.
      known?.session.then(camunda.close).catch(() => {});
      const opened = { session: camunda.open(personId), used: clock() };
      sessions.set(personId, opened);
      opened.session.catch(() => {
        if (sessions.get(personId) === opened) sessions.delete(personId);
      });
      return opened.session;
    },
    forget: (personId) => void sessions.delete(personId),
  };
}
