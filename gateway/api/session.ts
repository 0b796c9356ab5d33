import { z } from 'zod';
import { instant } from '../../site/api/common.ts';

/** Where somebody is signed in. */
export const signedInSession = z
  .object({
    key: z.string(),
    /** What the browser called itself when they signed in. */
    device: z.string(),
    /** The network address they signed in from. */
    from: z.string(),
    since: instant,
    /** To the minute. */
    lastUsed: instant,
    /** Whether it is that of whoever asks. */
    current: z.boolean(),
  })
  .meta({ id: 'SignedInSession' });
export type SignedInSession = z.infer<typeof signedInSession>;

export const sessionKey = z.string().regex(/^[\da-f]{64}$/, '应为登录会话的编号');
