import { useState } from 'preact/hooks';
import { call } from '../../../site/page/api.ts';
import { Moment } from '../../../site/page/ui/moment.tsx';
import { Page } from '../../../site/page/ui/page.tsx';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { useHasPasswords } from '../../../site/page/use-session.ts';
import { useMe } from '../../page/use-me.ts';
import { type Account, accountsRoutes } from '../api.ts';
import { ResetDialog } from './reset-dialog.tsx';
import { SessionsDialog } from './sessions-dialog.tsx';

const PASSWORD_WORDS: Record<Account['password'], string> = {
  none: '没有密码',
  demo: '演示密码',
  first: '初始密码',
  own: '自设密码',
};

/** Everybody of the organisation with their accounts. */
export function AccountsPage() {
  const { loaded, reload } = useLoaded('accounts', (signal) =>
    call(accountsRoutes.listAccounts, { signal }),
  );
  return (
    <Page
      title="账户管理"
      lead="组织机构文件中的人员都在这里；从文件中删去的人即刻不能登录。重置密码和结束登录都记入操作记录。"
    >
      <Waiting of={loaded} reload={reload}>
        {({ accounts }) => <Accounts accounts={accounts} reload={reload} />}
      </Waiting>
    </Page>
  );
}

type Opened = { account: Account; dialog: 'reset' | 'sessions' };

function Accounts({ accounts, reload }: { accounts: Account[]; reload(): void }) {
  const me = useMe();
  const hasPasswords = useHasPasswords();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<Opened>();
  const shown = accounts.filter(({ id, name, body }) =>
    [id, name, body].some((part) => part.includes(text.trim())),
  );
  function close(): void {
    setOpened(undefined);
    reload();
  }

  return (
    <>
      <div class="filters">
        <input
          type="search"
          aria-label="按姓名、登录名或单位查找"
          placeholder="按姓名、登录名或单位查找"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <span class="muted" role="status">
          共 {shown.length} 人
        </span>
      </div>
      <div class="wide">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">单位与岗位</th>
              {hasPasswords && <th scope="col">密码</th>}
              <th scope="col">登录</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((account) => (
              <tr key={account.id}>
                <th scope="row">
                  {account.name} <span class="id">{account.id}</span>
                  {account.administrator && <span class="tag">账户管理员</span>}
                </th>
                <td>
                  {account.body}
                  <span class="muted block">{account.position}</span>
                </td>
                {hasPasswords && <PasswordState {...account} />}
                <td class="number">{account.sessions === 0 ? '—' : `${account.sessions} 处`}</td>
                <td class="row-links">
                  {hasPasswords && account.id !== me.id && (
                    <button
                      type="button"
                      class="link"
                      aria-label={`重置${account.name}的密码`}
                      onClick={() => setOpened({ account, dialog: 'reset' })}
                    >
                      重置密码
                    </button>
                  )}
                  {account.sessions > 0 && (
                    <button
                      type="button"
                      class="link"
                      aria-label={`查看${account.name}的登录`}
                      onClick={() => setOpened({ account, dialog: 'sessions' })}
                    >
                      查看登录
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened?.dialog === 'reset' && <ResetDialog account={opened.account} close={close} />}
      {opened?.dialog === 'sessions' && <SessionsDialog account={opened.account} close={close} />}
    </>
  );
}

function PasswordState({ password, setAt }: Account) {
  return (
    <td>
      <span class={`tag tag-password-${password}`}>{PASSWORD_WORDS[password]}</span>
      {setAt !== null && (
        <span class="muted block">
          <Moment at={setAt} />
        </span>
      )}
    </td>
  );
}
