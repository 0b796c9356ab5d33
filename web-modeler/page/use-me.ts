import { useSignedIn } from '../../site/page/use-session.ts';
import { signedIn, type User } from '../api/rights.ts';

/** Who is signed in, with their role. */
export function useMe(): User {
  return useSignedIn(signedIn);
}
