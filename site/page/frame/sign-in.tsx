import { call } from '../api.ts';
import { sessionIs } from '../session.ts';
import { readSession } from '../session-routes.ts';
import { ProblemLine } from '../ui/field.tsx';
import { useAction } from '../ui/use-action.ts';
import { useSessionState } from '../use-session.ts';
import { SignInForm } from './sign-in-form.tsx';

/**
 * How one signs in here: by name and password, or at the organisation's own provider.
 * @param keepsPage the page stays open: the provider's is opened beside it
 */
export function SignIn({ keepsPage = false }: { keepsPage?: boolean }) {
  switch (useSessionState().session?.signInBy) {
    case 'oidc':
      return keepsPage ? <ProviderBeside /> : <ProviderLink />;
    case 'elsewhere':
      return <p>本系统使用统一身份认证，请先在统一入口登录，再打开本页。</p>;
    default:
      return <SignInForm />;
  }
}

/** What the sign-in leads to: the page that was asked for. */
function ProviderLink({ target }: { target?: string }) {
  const { pathname, search, hash } = location;
  const asked = new URLSearchParams(search).get('to');
  const to = pathname === '/sign-in' ? (asked ?? '/') : `${pathname}${search}${hash}`;
  return (
    <p class="sign-in-form">
      <a
        class="button primary"
        href={`/api/oidc/sign-in?to=${encodeURIComponent(to)}`}
        target={target}
        rel="noopener"
      >
        统一身份认证登录
      </a>
    </p>
  );
}

function ProviderBeside() {
  const { busy, problem, run } = useAction();
  return (
    <>
      <ProviderLink target="_blank" />
      <ProblemLine problem={problem} />
      <button
        type="button"
        disabled={busy}
        onClick={() => void run(async () => sessionIs(await call(readSession)))}
      >
        已在新页面登录，继续办理
      </button>
    </>
  );
}
