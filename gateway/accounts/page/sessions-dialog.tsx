import { call } from '../../../site/page/api.ts';
import { Dialog } from '../../../site/page/ui/dialog.tsx';
import { ProblemLine } from '../../../site/page/ui/field.tsx';
import { tell } from '../../../site/page/ui/toasts.tsx';
import { useAction } from '../../../site/page/ui/use-action.ts';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { Sessions } from '../../page/sessions.tsx';
import { useMe } from '../../page/use-me.ts';
import { type Account, accountsRoutes } from '../api.ts';

/** Where somebody is signed in, for an administrator. */
export function SessionsDialog({ account, close }: { account: Account; close(): void }) {
  const { id, name } = account;
  const me = useMe();
  const { busy, problem, run } = useAction();
  const { loaded, reload } = useLoaded(`sessions of ${id}`, (signal) =>
    call(accountsRoutes.listSessions, { params: { id }, signal }),
  );
  return (
    <Dialog title={`${name}的登录`} onClose={close} wide>
      <Waiting of={loaded} reload={reload}>
        {({ sessions }) => (
          <Sessions
            sessions={sessions}
            end={async ({ key }) => {
              await call(accountsRoutes.endSession, { params: { id, key } });
              reload();
            }}
          />
        )}
      </Waiting>
      <ProblemLine problem={problem} />
      <footer class="dialog-foot">
        {id !== me.id && (
          <button
            type="button"
            disabled={busy}
            onClick={() =>
              run(async () => {
                await call(accountsRoutes.endSessions, { params: { id } });
                tell(`已结束${name}的全部登录`);
                close();
              })
            }
          >
            全部结束
          </button>
        )}
        <button type="button" class="primary" onClick={close}>
          关闭
        </button>
      </footer>
    </Dialog>
  );
}
