import { siteTitle } from '../site-title.ts';
import { useTitle } from '../ui/page.tsx';
import { useHasPasswords } from '../use-session.ts';
import { SignIn } from './sign-in.tsx';

/** What somebody sees who is not signed in, at whatever address. */
export function SignInPage({ place }: { place?: string }) {
  useTitle('登录');
  const byPassword = useHasPasswords();
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        {place && <p class="sign-in-place">{place}</p>}
        <h1>{siteTitle()}</h1>
        {byPassword && <p class="lead">请用您的登录名和密码登录。</p>}
        <SignIn />
      </div>
    </main>
  );
}
