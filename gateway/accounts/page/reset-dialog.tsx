import { useState } from 'preact/hooks';
import { call } from '../../../site/page/api.ts';
import { Confirmation } from '../../../site/page/ui/confirmation.tsx';
import { Dialog } from '../../../site/page/ui/dialog.tsx';
import { type Account, accountsRoutes } from '../api.ts';

/** Gives somebody a first password, after asking, and shows it once. */
export function ResetDialog({ account, close }: { account: Account; close(): void }) {
  const [password, setPassword] = useState<string>();
  const { id, name } = account;

  if (password === undefined) {
    return (
      <Confirmation
        title="重置密码"
        yes="重置密码"
        busyWords="正在重置……"
        close={close}
        act={async () => {
          const answer = await call(accountsRoutes.resetPassword, { params: { id } });
          setPassword(answer.password);
        }}
      >
        将给{name}（{id}）一个新的初始密码。原密码立即失效，其全部登录立即结束。
      </Confirmation>
    );
  }
  return (
    <Dialog title={`${name}的初始密码`}>
      <p>只显示这一次。请当面或打电话告诉{name}，不要写在邮件或群消息里。</p>
      <p>
        <output class="first-password">{password}</output>
      </p>
      <p class="muted">{name}用它登录后，须先设置自己的密码。</p>
      <footer class="dialog-foot">
        <button type="button" class="primary" onClick={close}>
          已记下，关闭
        </button>
      </footer>
    </Dialog>
  );
}
