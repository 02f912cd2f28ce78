import { useState } from 'preact/hooks';
import type { AssessmentQuestion } from '../../../core/assessments/question-list.ts';
import { loadQuestions, type QuestionsPage as Page } from '../../api/assessments.ts';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';
import { LoadedPage } from '../loaded-page.tsx';
import { assessmentQuery } from './assessment-query.ts';
import { QuestionVersions } from './question-versions.tsx';
import { QuestionsForm } from './questions-form.tsx';
import { useAssessments } from './use-assessments.ts';

/** What the schools of a district are asked, for who leads it. */
export function QuestionsPage() {
  const { t } = useAssessments();
  useTitle(t('own.title'));
  const [{ district }] = useQuery(assessmentQuery);
  const key = `assessment-questions ${district}`;
  const loaded = useLoaded(key, (signal) => loadQuestions(district ?? '', signal));
  return (
    <LoadedPage loaded={loaded}>
      {(page) => (
        <Shown
          page={page}
          onChanged={(next) => {
            if (next) keepReply(key, next);
            loaded.reload();
          }}
        />
      )}
    </LoadedPage>
  );
}

function Shown({ page, onChanged }: { page: Page; onChanged(next?: Page): void }) {
  const { t } = useAssessments(page);
  const inUse = page.versions[0]?.questions ?? page.standard;
  const [draft, setDraft] = useState<AssessmentQuestion[] | null>(null);
  return (
    <div class="page assessments">
      <header class="page-head">
        <div>
          <p>
            <a href="/assessments">{t('back')}</a>
          </p>
          <h1>{t('own.title')}</h1>
          <p class="muted">{t('own.lead')}</p>
        </div>
      </header>
      <QuestionsForm
        page={page}
        questions={draft ?? inUse}
        inUse={inUse}
        onChange={setDraft}
        onSaved={(next) => {
          setDraft(null);
          onChanged(next);
        }}
        onOthers={() => onChanged()}
      />
      <QuestionVersions page={page} onUse={setDraft} />
    </div>
  );
}
