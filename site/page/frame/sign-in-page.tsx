import { useTitle } from '../ui/page.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** What somebody sees who is not signed in, at whatever address. */
export function SignInPage() {
  useTitle('登录');
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <p class="sign-in-place">九江市数字化项目审批</p>
        <h1>流程模型管理</h1>
        <p class="lead">请用办理任务时的登录名和密码登录。</p>
        <SignInForm />
      </div>
    </main>
  );
}
