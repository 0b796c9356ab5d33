import { useMe } from './use-me.ts';

/** Whom the person who is signed in acts for. */
export function MyBody() {
  return <>{useMe().body}</>;
}
