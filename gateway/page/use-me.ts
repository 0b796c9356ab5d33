import { useSignedIn } from '../../site/page/use-session.ts';
import { signedIn, type User } from '../api/user.ts';

/** Who is signed in, with what is open to them. */
export function useMe(): User {
  return useSignedIn(signedIn);
}
