import type { ComponentType } from 'preact';
import { Route, Router, Switch } from 'wouter-preact';
import { call } from './api.ts';
import { base } from './base.ts';
import type { PageFeature } from './features.ts';
import { FirstPasswordPage } from './frame/first-password-page.tsx';
import { Header } from './frame/header.tsx';
import { NothingHere } from './frame/nothing-here.tsx';
import { SignInAgain } from './frame/sign-in-again.tsx';
import { SignInPage } from './frame/sign-in-page.tsx';
import { lazily } from './lazily.tsx';
import { leaveBy } from './leaving.ts';
import { sessionIs } from './session.ts';
import { readSession } from './session-routes.ts';
import { Toasts } from './ui/toasts.tsx';
import { useLoaded } from './ui/use-loaded.ts';
import { Waiting } from './ui/waiting.tsx';
import { useSessionState } from './use-session.ts';

/** What a wing gives the frame. */
export type Wing = {
  /** What the site is a part of; left out where it is the whole. */
  place?: string;
  features: PageFeature[];
  /** The page at `/`, which nobody waits for: its scripts come with the first ones. */
  Start: ComponentType;
  /** What is said of who is signed in beside the name. */
  About: ComponentType;
  /** What is there on every page. */
  Beside: ComponentType;
};

/** @returns the whole application of a wing: the sign-in, or the header with the page of the address */
export function application(wing: Wing): ComponentType {
  const pages = wing.features.flatMap(({ name, page, places }) =>
    Object.entries(places).map(([path, called]) => ({
      path,
      Page: path === '/' || page === undefined ? wing.Start : lazyPage(name, page, called),
    })),
  );

  function Signed() {
    const { session, expired } = useSessionState();
    // A session that ended while pages are open keeps them: nothing typed is lost.
    if (session?.mustChangePassword) return <FirstPasswordPage />;
    if (!session?.user) return <SignInPage {...wing} />;
    return (
      <Router
        base={base}
        aroundNav={(navigate, to, options) => leaveBy(() => navigate(to, options))}
      >
        <a class="skip" href="#content">
          跳到正文
        </a>
        <Header {...wing} />
        {/* It takes no focus itself: menus of the editors close as soon as the focus goes to what is around them. */}
        <div id="content" class="content">
          <Switch>
            {pages.map(({ path, Page }) => (
              <Route key={path} path={path}>
                <Page />
              </Route>
            ))}
            <Route>
              <NothingHere />
            </Route>
          </Switch>
        </div>
        <wing.Beside />
        {expired && <SignInAgain />}
        <Toasts />
      </Router>
    );
  }

  return function App() {
    const { loaded, reload } = useLoaded('session', async () => sessionIs(await call(readSession)));
    return (
      <Waiting of={loaded} reload={reload}>
        {() => <Signed />}
      </Waiting>
    );
  };
}

function lazyPage(name: string, page: NonNullable<PageFeature['page']>, called: string) {
  return lazily(`${name}/page/index.ts`, async () => {
    const found = (await page())[called];
    if (found === undefined) throw new Error(`${name} has no page ${called}`);
    return found;
  });
}
