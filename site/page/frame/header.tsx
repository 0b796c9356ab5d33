import type { ComponentType } from 'preact';
import { Link, matchRoute, useLocation, useRouter } from 'wouter-preact';
import { call } from '../api.ts';
import type { PageFeature } from '../features.ts';
import { leaveBy } from '../leaving.ts';
import { sentenceOf } from '../problem.ts';
import { sessionIs } from '../session.ts';
import { readSession, signOut } from '../session-routes.ts';
import { siteTitle } from '../site-title.ts';
import { tell } from '../ui/toasts.tsx';
import { useSessionState } from '../use-session.ts';

type Props = {
  /** What the site is a part of. */
  place?: string;
  features: PageFeature[];
  /** What a wing says of who is signed in beside the name. */
  About: ComponentType;
};

/** The ways through the application, and who is signed in. */
export function Header({ place, features, About }: Props) {
  const [location] = useLocation();
  const { parser } = useRouter();
  const me = useSessionState().session?.user;
  const here = features.find(({ places }) =>
    Object.keys(places).some((pattern) => matchRoute(parser, pattern, location)[0]),
  );

  return (
    <header class="header">
      <Link href="/" className="header-name">
        {place ?? siteTitle()}
        {place && <span>{siteTitle()}</span>}
      </Link>
      <nav aria-label="主导航">
        {features.map(({ name, places, menu, menuFor }) => {
          const [href] = Object.keys(places);
          if (menu === undefined || href === undefined || !me || menuFor?.(me) === false)
            return null;
          const isHere = here && menu === (here.menu ?? here.under);
          return (
            <Link key={name} href={href} aria-current={isHere ? 'page' : undefined}>
              {menu}
            </Link>
          );
        })}
      </nav>
      <div class="header-me">
        <span>
          {me?.name}
          <span class="header-role">
            <About />
          </span>
        </span>
        <button type="button" onClick={() => leaveBy(leave)}>
          退出登录
        </button>
      </div>
    </header>
  );
}

/** Signs out. */
export function leave(): void {
  call(signOut)
    .then(async ({ goOnAt }) => {
      if (goOnAt === undefined) sessionIs(await call(readSession));
      else location.assign(goOnAt);
    })
    .catch((error) => tell(sentenceOf(error)));
}
