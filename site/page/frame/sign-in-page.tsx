import { siteTitle } from '../site-title.ts';
import { useTitle } from '../ui/page.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** What somebody sees who is not signed in, at whatever address. */
export function SignInPage({ place }: { place: string }) {
  useTitle('登录');
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <p class="sign-in-place">{place}</p>
        <h1>{siteTitle()}</h1>
        <p class="lead">请用您的登录名和密码登录。</p>
        <SignInForm />
      </div>
    </main>
  );
}
