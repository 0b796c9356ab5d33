import { Dialog } from '../ui/dialog.tsx';
import { SignIn } from './sign-in.tsx';

/** Over a page whose session has ended: what is on the page stays as it is. */
export function SignInAgain() {
  return (
    <Dialog title="登录已过期">
      <p>请重新登录。页面上的内容不会丢失，登录后接着办理。</p>
      <SignIn keepsPage />
    </Dialog>
  );
}
