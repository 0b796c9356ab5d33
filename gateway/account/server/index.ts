import { told } from '../../server/sessions.ts';
import type { Served, World } from '../../server/world.ts';
import type { accountRoutes } from '../api.ts';

/** What people do with their own account; choosing a password is an operation of the session. */
export async function serve({
  records,
  passwords,
  now,
}: Pick<World, 'records' | 'passwords' | 'now'>): Promise<Served<typeof accountRoutes>> {
  return {
    handlers: {
      async readAccount({ user, session }) {
        const account = await records.account(user.id);
        const sessions = await records.sessionsOf(user.id, now());
        return {
          password: passwords.stateOf(account),
          setAt: account?.setAt.toISOString() ?? null,
          sessions: sessions.map((row) => told(row, session)),
        };
      },
      async endMySession({ params, user }) {
        await records.endSession(user.id, params.key);
        return {};
      },
    },
  };
}
