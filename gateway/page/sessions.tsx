import Bowser from 'bowser';
import { ProblemLine } from '../../site/page/ui/field.tsx';
import { Moment } from '../../site/page/ui/moment.tsx';
import { useAction } from '../../site/page/ui/use-action.ts';
import type { SignedInSession } from '../api/session.ts';

type Props = {
  sessions: SignedInSession[];
  end(session: SignedInSession): Promise<void>;
};

/** Where somebody is signed in; each can be ended but the one that is looking. */
export function Sessions({ sessions, end }: Props) {
  const { busy, problem, run } = useAction();
  if (sessions.length === 0) return <p class="empty">现在没有登录。</p>;
  return (
    <>
      <div class="wide">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">设备</th>
              <th scope="col">登录地址</th>
              <th scope="col">登录时间</th>
              <th scope="col">最近使用</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.key}>
                <td>{deviceInWords(session.device)}</td>
                <td class="id">{session.from}</td>
                <td>
                  <Moment at={session.since} />
                </td>
                <td>
                  <Moment at={session.lastUsed} />
                </td>
                <td>
                  {session.current ? (
                    <span class="tag tag-published">本次登录</span>
                  ) : (
                    <button type="button" disabled={busy} onClick={() => run(() => end(session))}>
                      结束登录
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ProblemLine problem={problem} />
    </>
  );
}

/** `Microsoft Edge 141，Windows`, of what a browser calls itself. */
function deviceInWords(device: string): string {
  if (device === '') return '未知设备';
  const { browser, os } = Bowser.parse(device);
  const version = browser.version?.split('.')[0];
  const name = [browser.name, version].filter(Boolean).join(' ');
  return [name, os.name].filter(Boolean).join('，') || '未知设备';
}
