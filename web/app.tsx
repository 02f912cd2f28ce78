import { useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import { LoadingBar } from './parts/loading-bar.tsx';
import { Masthead } from './parts/masthead.tsx';
import { PageFooter } from './parts/page-footer.tsx';
import { SettingProvider } from './state/config.tsx';
import { placeFocus } from './state/keep-focus.ts';
import { SessionProvider } from './state/session.tsx';
import { VoiceProvider } from './text/use-voice.tsx';

const Find = lazy(() => import('./views/find.tsx'));
const Service = lazy(() => import('./views/service.tsx'));
const Site = lazy(() => import('./views/site.tsx'));
const Organization = lazy(() => import('./views/organization.tsx'));
const NotFound = lazy(() => import('./views/not-found.tsx'));
const Schools = lazy(() => import('./views/work/schools.tsx'));
const School = lazy(() => import('./views/work/school.tsx'));
const Student = lazy(() => import('./views/work/student.tsx'));
const SharedRecords = lazy(() => import('./views/work/shared-records.tsx'));
const Runs = lazy(() => import('./views/work/runs.tsx'));
const Gaps = lazy(() => import('./views/work/gaps.tsx'));
const Import = lazy(() => import('./views/work/import.tsx'));
const Disclosures = lazy(() => import('./views/work/disclosures.tsx'));
const Audit = lazy(() => import('./views/work/audit.tsx'));
const SignIn = lazy(() => import('./views/work/sign-in.tsx'));
const Accounts = lazy(() => import('./views/work/accounts.tsx'));

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
          <Route path="/schools" component={Schools} />
          <Route path="/schools/:id" component={School} />
          <Route path="/students/:id/disclosures" component={Disclosures} />
          <Route path="/audit" component={Audit} />
          <Route path="/runs/:id?" component={Runs} />
          <Route path="/students/:id/:part?" component={Student} />
          <Route path="/shared" component={SharedRecords} />
          <Route path="/gaps" component={Gaps} />
          <Route path="/import/:id?" component={Import} />
          <Route path="/sign-in/:step?" component={SignIn} />
          <Route path="/accounts/:part?" component={Accounts} />
          <Route default component={NotFound} />
        </Router>
      </ErrorBoundary>
    </main>
  );
}
