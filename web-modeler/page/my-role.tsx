import { ROLE_WORDS } from './ui/words.ts';
import { useMe } from './use-me.ts';

/** What the person who is signed in may do here. */
export function MyRole() {
  return <>{ROLE_WORDS[useMe().role]}</>;
}
