import { SYSTEM } from '../../../law/names.ts';
import { MODELER } from '../../name.ts';
import { useTitle } from '../ui/page.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** What somebody sees who is not signed in, at whatever address. */
export function SignInPage() {
  useTitle('登录');
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <p class="sign-in-place">{SYSTEM}</p>
        <h1>{MODELER}</h1>
        <p class="lead">请用办理任务时的登录名和密码登录。</p>
        <SignInForm />
      </div>
    </main>
  );
}
