import { z } from 'zod';
import type { SessionRow } from '../../records/index.ts';
import { IDLE_MS } from '../../site/server/sign-in/sessions.ts';
import type { SignedInSession } from '../api/session.ts';

const content = z.object({
  signedInAt: z.number().default(0),
  from: z.string().default(''),
  device: z.string().default(''),
});

/**
 * A session as it is told; the database keeps when it will be over.
 * @param own the key of the session that asks
 */
export function told(
  { key, content: kept, endsAt }: SessionRow,
  own: string | undefined,
): SignedInSession {
  const { signedInAt, from, device } = content.parse(kept);
  return {
    ...{ key, device, from },
    since: new Date(signedInAt).toISOString(),
    lastUsed: new Date(endsAt.getTime() - IDLE_MS).toISOString(),
    current: key === own,
  };
}
