import { useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import { LoadingBar } from './parts/loading-bar.tsx';
import { Masthead } from './parts/masthead.tsx';
import { PageFooter } from './parts/page-footer.tsx';
import { SettingProvider } from './state/config.tsx';
import { placeFocus } from './state/keep-focus.ts';
import { SessionProvider } from './state/session.tsx';
import { VoiceProvider } from './text/use-voice.tsx';
import { workPage } from './views/work-page.ts';
import { WORK_PATHS } from './views/work-paths.ts';

const Find = lazy(() => import('./views/find.tsx'));
const Service = lazy(() => import('./views/service.tsx'));
const Site = lazy(() => import('./views/site.tsx'));
const Organization = lazy(() => import('./views/organization.tsx'));
const NotFound = lazy(() => import('./views/not-found.tsx'));
const workPages = WORK_PATHS.map((path) => ({ path, component: workPage(path) }));

export function App() {
  return (
    <LocationProvider>
      <VoiceProvider>
        <SettingProvider>
          <SessionProvider>
            <Masthead />
            <Views />
            <PageFooter />
          </SessionProvider>
        </SettingProvider>
      </VoiceProvider>
    </LocationProvider>
  );
}

function Views() {
  const [loading, setLoading] = useState(false);
  return (
    <main id="content" tabIndex={-1}>
      {loading && <LoadingBar />}
      <ErrorBoundary>
        <Router
          onLoadStart={() => setLoading(true)}
          onLoadEnd={() => setLoading(false)}
          onRouteChange={placeFocus}
        >
          <Route path="/" component={Find} />
          <Route path="/services/:id" component={Service} />
          <Route path="/locations/:id" component={Site} />
          <Route path="/organizations/:id" component={Organization} />
          {workPages.map(({ path, component }) => (
            <Route key={path} path={path} component={component} />
          ))}
          <Route default component={NotFound} />
        </Router>
      </ErrorBoundary>
    </main>
  );
}
