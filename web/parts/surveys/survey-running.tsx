import { useState } from 'preact/hooks';
import { shownCode } from '../../../core/surveys/survey-code.ts';
import type { Problem } from '../../api/problem.ts';
import { countSurvey, type SurveyView } from '../../api/surveys.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { QrPicture } from '../accounts/qr-picture.tsx';
import { Button, LinkButton } from '../button.tsx';
import { ErrorState } from '../states.tsx';
import { surveyAddress } from './survey-address.ts';
import { useSurveys } from './use-surveys.ts';

/** A survey that is open: how people answer it, and how it ends. */
export function SurveyRunning({
  survey,
  mayEdit,
  onChanged,
}: {
  survey: SurveyView;
  mayEdit: boolean;
  onChanged(survey: SurveyView): void;
}) {
  const { t } = useSurveys();
  return (
    <>
      <section class="section">
        <h2>{t('run.links')}</h2>
        <p class="muted">{t('run.linksHelp')}</p>
        <ul class="plain-list survey-links">
          {survey.links.map(({ schoolId, code }) => (
            <SchoolLink key={code} survey={survey} schoolId={schoolId} code={code} />
          ))}
        </ul>
      </section>
      <section class="section">
        <h2>{t('results.title')}</h2>
        <p>{t('run.until')}</p>
        {mayEdit && <Count survey={survey} onChanged={onChanged} />}
      </section>
    </>
  );
}

function SchoolLink({ survey, schoolId, code }: { survey: SurveyView; schoolId: string; code: string }) {
  const { t, school } = useSurveys();
  const address = surveyAddress(location.origin, code);
  return (
    <li class="card">
      <h3>{school(schoolId)}</h3>
      <QrPicture text={address} label={t('run.qr', { school: school(schoolId) })} />
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
      </p>
      <p class="small">{t('run.code', { code: shownCode(code), address: `${location.host}/survey` })}</p>
      <p class="row">
        <LinkButton icon="printer" href={`/surveys/${survey.id}/paper?school=${schoolId}`}>
          {t('run.paper')}
        </LinkButton>
        <LinkButton href={`/surveys/${survey.id}/enter?school=${schoolId}`}>{t('run.enter')}</LinkButton>
      </p>
    </li>
  );
}

/** It cannot be undone, so it asks once. */
function Count({ survey, onChanged }: { survey: SurveyView; onChanged(survey: SurveyView): void }) {
  const { t, say } = useSurveys();
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const count = () =>
    countSurvey(survey.id).then(onChanged, (error: unknown) => setProblem(asProblem(error)));
  return (
    <div class="stack-tight">
      <p class="muted small">{t('run.countHelp')}</p>
      {problem && <ErrorState problem={problem} onRetry={count} />}
      {isAsked ? (
        <div class="notice">
          <p>{t('run.countSure', { title: say(survey.title) })}</p>
          <span class="row">
            <Button look="primary" onClick={count}>
              {t('run.countGo')}
            </Button>
            <Button onClick={() => setAsked(false)}>{t('run.countNot')}</Button>
          </span>
        </div>
      ) : (
        <p>
          <Button onClick={() => setAsked(true)}>{t('run.count')}</Button>
        </p>
      )}
    </div>
  );
}
