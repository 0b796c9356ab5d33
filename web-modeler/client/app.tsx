import { Route, Router, Switch } from 'wouter-preact';
import { call, routes } from './api.ts';
import { Header } from './frame/header.tsx';
import { NothingHere } from './frame/nothing-here.tsx';
import { SignInAgain } from './frame/sign-in-again.tsx';
import { SignInPage } from './frame/sign-in-page.tsx';
import { DropToImport } from './importing/drop-to-import.tsx';
import { lazily } from './lazily.tsx';
import { leaveBy } from './leaving.ts';
import { LibraryPage } from './library/library-page.tsx';
import { sessionIs } from './session.ts';
import { Toasts } from './ui/toasts.tsx';
import { useLoaded } from './ui/use-loaded.ts';
import { Waiting } from './ui/waiting.tsx';
import { useSessionState } from './use-session.ts';

// All but the first page and what needs large libraries: loaded together when another page is opened.
const pages = () => import('./pages.ts');

const ModelPage = lazily('pages.ts', async () => (await pages()).ModelPage);
const NewModelPage = lazily('pages.ts', async () => (await pages()).NewModelPage);
const HistoryPage = lazily('pages.ts', async () => (await pages()).HistoryPage);
const ComparePage = lazily('pages.ts', async () => (await pages()).ComparePage);
const SubmissionsPage = lazily('pages.ts', async () => (await pages()).SubmissionsPage);
const SubmissionPage = lazily('pages.ts', async () => (await pages()).SubmissionPage);
const SubmitPage = lazily('pages.ts', async () => (await pages()).SubmitPage);
const CoveragePage = lazily('pages.ts', async () => (await pages()).CoveragePage);
const AuditPage = lazily('pages.ts', async () => (await pages()).AuditPage);
const MapPage = lazily(
  'map/map-page.tsx',
  async () => (await import('./map/map-page.tsx')).MapPage,
);
const ScenarioPage = lazily(
  'scenario/index.ts',
  async () => (await import('./scenario/index.ts')).ScenarioPage,
);

/** The whole application: the sign-in, or the header with the page of the address. */
export function App() {
  const { loaded, reload } = useLoaded('session', async () =>
    sessionIs(await call(routes.readSession)),
  );
  return (
    <Waiting of={loaded} reload={reload}>
      {() => <Signed />}
    </Waiting>
  );
}

function Signed() {
  const { session, expired } = useSessionState();
  // A session that ended while pages are open keeps them: nothing typed is lost.
  if (!session?.user) return <SignInPage />;
  return (
    <Router aroundNav={(navigate, to, options) => leaveBy(() => navigate(to, options))}>
      <a class="skip" href="#content">
        跳到正文
      </a>
      <Header />
      {/* It takes no focus itself: menus of the editors close as soon as the focus goes to what is around them. */}
      <div id="content" class="content">
        <Switch>
          <Route path="/">
            <LibraryPage />
          </Route>
          <Route path="/map">
            <MapPage />
          </Route>
          <Route path="/model">
            <ModelPage />
          </Route>
          <Route path="/new">
            <NewModelPage />
          </Route>
          <Route path="/history">
            <HistoryPage />
          </Route>
          <Route path="/compare">
            <ComparePage />
          </Route>
          <Route path="/submissions">
            <SubmissionsPage />
          </Route>
          <Route path="/submissions/:id">{({ id }) => <SubmissionPage id={id} />}</Route>
          <Route path="/submit">
            <SubmitPage />
          </Route>
          <Route path="/coverage">
            <CoveragePage />
          </Route>
          <Route path="/audit">
            <AuditPage />
          </Route>
          <Route path="/scenario">
            <ScenarioPage />
          </Route>
          <Route>
            <NothingHere />
          </Route>
        </Switch>
      </div>
      <DropToImport />
      {expired && <SignInAgain />}
      <Toasts />
    </Router>
  );
}
