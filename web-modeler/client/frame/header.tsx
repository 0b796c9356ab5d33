import { Link, useLocation } from 'wouter-preact';
import { SYSTEM } from '../../../law/names.ts';
import { MODELER } from '../../name.ts';
import { call, routes } from '../api.ts';
import { leaveBy } from '../leaving.ts';
import { sentenceOf } from '../problem.ts';
import { sessionIs } from '../session.ts';
import { tell } from '../ui/toasts.tsx';
import { ROLE_WORDS } from '../ui/words.ts';
import { useMe } from '../use-session.ts';

const PAGES = [
  { href: '/', label: '模型库', also: ['/model', '/new', '/history', '/compare'] },
  { href: '/map', label: '关系图', also: [] },
  { href: '/scenario', label: '推演', also: [] },
  { href: '/submissions', label: '提交与发布', also: ['/submit'] },
  { href: '/coverage', label: '法规覆盖', also: [] },
  { href: '/audit', label: '操作记录', also: [] },
];

/** The ways through the application, and who is signed in. */
export function Header() {
  const [location] = useLocation();
  const me = useMe();

  return (
    <header class="header">
      <Link href="/" className="header-name">
        {SYSTEM}
        <span>{MODELER}</span>
      </Link>
      <nav aria-label="主导航">
        {PAGES.map(({ href, label, also }) => (
          <Link
            key={href}
            href={href}
            aria-current={isAt(location, href, also) ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div class="header-me">
        <span>
          {me.name}
          <span class="header-role">{ROLE_WORDS[me.role]}</span>
        </span>
        <button type="button" onClick={() => leaveBy(signOut)}>
          退出登录
        </button>
      </div>
    </header>
  );
}

function isAt(location: string, href: string, also: string[]): boolean {
  if (location === href || also.includes(location)) return true;
  return href !== '/' && location.startsWith(`${href}/`);
}

function signOut(): void {
  call(routes.signOut)
    .then(async () => sessionIs(await call(routes.readSession)))
    .catch((error) => tell(sentenceOf(error)));
}
