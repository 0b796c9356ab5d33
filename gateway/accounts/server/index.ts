import { ApiError } from '../../../site/server/errors.ts';
import { told } from '../../server/sessions.ts';
import type { Served, World } from '../../server/world.ts';
import type { accountsRoutes } from '../api.ts';

/** What administrators do with the accounts of everybody. */
export async function serve({
  records,
  passwords,
  directory,
  now,
}: Pick<World, 'records' | 'passwords' | 'directory' | 'now'>): Promise<
  Served<typeof accountsRoutes>
> {
  function checkKnown(id: string): void {
    if (directory().person(id) !== undefined) return;
    throw new ApiError('no-such-person', '组织机构文件中没有这个人，请刷新页面。');
  }

  return {
    handlers: {
      async listAccounts() {
        const [kept, counts] = await Promise.all([
          records.accounts(),
          records.sessionCounts(now()),
        ]);
        const byPerson = new Map(kept.map((account) => [account.person, account]));
        const people = directory();
        return {
          accounts: people.people().map(({ id, name, body, position }) => ({
            ...{ id, name, body, position },
            administrator: people.isAdministrator(id),
            password: passwords.stateOf(byPerson.get(id)),
            setAt: byPerson.get(id)?.setAt.toISOString() ?? null,
            sessions: counts.get(id) ?? 0,
          })),
        };
      },

      async resetPassword({ params: { id }, user }) {
        checkKnown(id);
        // With a session somebody has left open, one could be thrown out of one's own account.
        if (id === user.id) {
          throw new ApiError('own-account', '自己的密码请在“我的账户”中修改。');
        }
        const password = await passwords.reset(id);
        await records.endSessionsOf(id);
        return { password };
      },

      async listSessions({ params: { id }, session }) {
        checkKnown(id);
        const rows = await records.sessionsOf(id, now());
        return { sessions: rows.map((row) => told(row, session)) };
      },

      async endSession({ params: { id, key } }) {
        checkKnown(id);
        await records.endSession(id, key);
        return {};
      },

      async endSessions({ params: { id } }) {
        checkKnown(id);
        await records.endSessionsOf(id);
        return {};
      },
    },
  };
}
