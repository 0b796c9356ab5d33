import type { z } from 'zod';
import { call } from '../../../site/page/api.ts';
import { PasswordForm } from '../../../site/page/frame/password-form.tsx';
import { Moment } from '../../../site/page/ui/moment.tsx';
import { Page } from '../../../site/page/ui/page.tsx';
import { tell } from '../../../site/page/ui/toasts.tsx';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { useHasPasswords } from '../../../site/page/use-session.ts';
import { Sessions } from '../../page/sessions.tsx';
import { useMe } from '../../page/use-me.ts';
import { accountRoutes } from '../api.ts';

type Account = z.output<typeof accountRoutes.readAccount.answer>;

/** One's own account: who one is, the password, and where one is signed in. */
export function AccountPage() {
  const me = useMe();
  const { loaded, reload } = useLoaded('account', (signal) =>
    call(accountRoutes.readAccount, { signal }),
  );
  return (
    <Page title="我的账户" lead={`${me.name} · ${me.body} · ${me.position}`}>
      <Waiting of={loaded} reload={reload}>
        {(account) => <Mine account={account} reload={reload} />}
      </Waiting>
    </Page>
  );
}

type Props = { account: Account; reload(): void };

function Mine({ account, reload }: Props) {
  const hasPasswords = useHasPasswords();
  return (
    <>
      <h2>登录情况</h2>
      <p class="muted">
        {hasPasswords
          ? '不认得的登录请立即结束，并修改密码。'
          : '不认得的登录请立即结束，并在统一身份认证中修改密码。'}
      </p>
      <Sessions
        sessions={account.sessions}
        end={async ({ key }) => {
          await call(accountRoutes.endMySession, { params: { key } });
          tell('已结束这个登录');
          reload();
        }}
      />
      {hasPasswords && <Password account={account} reload={reload} />}
    </>
  );
}

function Password({ account, reload }: Props) {
  return (
    <>
      <h2>修改密码</h2>
      <p class="muted">
        {account.setAt === null ? (
          '您还在用演示密码。'
        ) : (
          <>
            现用密码设于 <Moment at={account.setAt} />。
          </>
        )}
        修改后，在其他设备上的登录全部结束。
      </p>
      <div class="form">
        <PasswordForm
          key={account.setAt}
          before="原密码"
          done={() => {
            tell('密码已修改，其他设备上的登录已结束');
            reload();
          }}
        />
      </div>
    </>
  );
}
