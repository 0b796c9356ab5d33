import { Route, Router, Switch } from 'wouter-preact';
import { call, routes } from '../../site/page/api.ts';
import { Header } from '../../site/page/frame/header.tsx';
import { NothingHere } from '../../site/page/frame/nothing-here.tsx';
import { SignInAgain } from '../../site/page/frame/sign-in-again.tsx';
import { SignInPage } from '../../site/page/frame/sign-in-page.tsx';
import { lazily } from '../../site/page/lazily.tsx';
import { leaveBy } from '../../site/page/leaving.ts';
import { sessionIs } from '../../site/page/session.ts';
import { Toasts } from '../../site/page/ui/toasts.tsx';
import { useLoaded } from '../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../site/page/ui/waiting.tsx';
import { useSessionState } from '../../site/page/use-session.ts';
import { DropToImport } from '../importing/page/drop-to-import.tsx';
import { LibraryPage } from '../library/page/library-page.tsx';

// All but the first page and what needs large libraries: loaded together when another page is opened.
const pages = () => import('./pages.ts');

const ModelPage = lazily('page/pages.ts', async () => (await pages()).ModelPage);
const NewModelPage = lazily('page/pages.ts', async () => (await pages()).NewModelPage);
const HistoryPage = lazily('page/pages.ts', async () => (await pages()).HistoryPage);
const ComparePage = lazily('page/pages.ts', async () => (await pages()).ComparePage);
const SubmissionsPage = lazily('page/pages.ts', async () => (await pages()).SubmissionsPage);
const SubmissionPage = lazily('page/pages.ts', async () => (await pages()).SubmissionPage);
const SubmitPage = lazily('page/pages.ts', async () => (await pages()).SubmitPage);
const CoveragePage = lazily('page/pages.ts', async () => (await pages()).CoveragePage);
const AuditPage = lazily('page/pages.ts', async () => (await pages()).AuditPage);
const MapPage = lazily(
  'map/page/map-page.tsx',
  async () => (await import('../map/page/map-page.tsx')).MapPage,
);
const ScenarioPage = lazily(
  'scenario/page/index.ts',
  async () => (await import('../scenario/page/index.ts')).ScenarioPage,
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
      <div id="content" class="content" tabIndex={-1}>
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
