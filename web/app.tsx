import { useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import { LoadingBar } from './parts/loading-bar.tsx';
import { Masthead } from './parts/masthead.tsx';
import { PageFooter } from './parts/page-footer.tsx';
import { SettingProvider } from './state/config.tsx';
import { placeFocus } from './state/keep-focus.ts';
import { SessionProvider } from './state/session.tsx';
import { VoiceProvider } from './text/use-voice.tsx';
import { workView } from './views/work-view.ts';

const Find = lazy(() => import('./views/find.tsx'));
const Service = lazy(() => import('./views/service.tsx'));
const Site = lazy(() => import('./views/site.tsx'));
const Organization = lazy(() => import('./views/organization.tsx'));
const NotFound = lazy(() => import('./views/not-found.tsx'));
const Home = workView((views) => views.home());
const Schools = workView((views) => views.schools());
const School = workView((views) => views.school());
const Student = workView((views) => views.student());
const SharedRecords = workView((views) => views.shared());
const Referrals = workView((views) => views.referrals());
const Runs = workView((views) => views.runs());
const PlansDue = workView((views) => views.plansDue());
const Plans = workView((views) => views.plans());
const Gaps = workView((views) => views.gaps());
const WhatIf = workView((views) => views.whatIf());
const CoLocation = workView((views) => views.coLocation());
const WhereNext = workView((views) => views.whereNext());
const Report = workView((views) => views.report());
const Unmet = workView((views) => views.unmet());
const Surveys = workView((views) => views.surveys());
const AnswerSurvey = workView((views) => views.answerSurvey());
const Import = workView((views) => views.import());
const Disclosures = workView((views) => views.disclosures());
const Audit = workView((views) => views.audit());
const Retention = workView((views) => views.retention());
const Weights = workView((views) => views.weights());
const Agreements = workView((views) => views.agreements());
const Keeping = workView((views) => views.keeping());
const SignIn = workView((views) => views.signIn());
const Answer = workView((views) => views.answer());
const Accounts = workView((views) => views.accounts());

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
          <Route path="/home" component={Home} />
          <Route path="/schools" component={Schools} />
          <Route path="/schools/:id" component={School} />
          <Route path="/students/:id/disclosures" component={Disclosures} />
          <Route path="/audit" component={Audit} />
          <Route path="/retention" component={Retention} />
          <Route path="/referrals" component={Referrals} />
          <Route path="/runs/:id?" component={Runs} />
          <Route path="/students/:id/:part?" component={Student} />
          <Route path="/weights/:id?" component={Weights} />
          <Route path="/shared" component={SharedRecords} />
          <Route path="/opportunity-plans" component={PlansDue} />
          <Route path="/plans/:id?" component={Plans} />
          <Route path="/gaps" component={Gaps} />
          <Route path="/what-if" component={WhatIf} />
          <Route path="/co-location" component={CoLocation} />
          <Route path="/where-next" component={WhereNext} />
          <Route path="/report" component={Report} />
          <Route path="/unmet" component={Unmet} />
          <Route path="/surveys/:id?/:part?" component={Surveys} />
          <Route path="/survey" component={AnswerSurvey} />
          <Route path="/import/:id?" component={Import} />
          <Route path="/agreements/:id?" component={Agreements} />
          <Route path="/verify" component={Keeping} />
          <Route path="/partner" component={Keeping} />
          <Route path="/sign-in/:step?" component={SignIn} />
          <Route path="/answer" component={Answer} />
          <Route path="/accounts/:part?" component={Accounts} />
          <Route default component={NotFound} />
        </Router>
      </ErrorBoundary>
    </main>
  );
}
