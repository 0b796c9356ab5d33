import { siteTitle } from '../site-title.ts';
import { useTitle } from '../ui/page.tsx';
import { tell } from '../ui/toasts.tsx';
import { leave } from './header.tsx';
import { PasswordForm } from './password-form.tsx';

/** What somebody sees who has signed in with a password that somebody else gave them. */
export function FirstPasswordPage() {
  useTitle('设置密码');
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <p class="sign-in-place">{siteTitle()}</p>
        <h1>请设置您自己的密码</h1>
        <p class="lead">您用的是管理员给的初始密码。换成只有您知道的密码后，才能继续办理。</p>
        <PasswordForm before="初始密码" focused done={() => tell('密码已设置')} />
        <p class="sign-in-other">
          <button type="button" class="link" onClick={leave}>
            退出登录
          </button>
        </p>
      </div>
    </main>
  );
}
