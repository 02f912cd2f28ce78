import './work.css';
import './surveys.css';
import { useLocation } from 'preact-iso';
import { loadSurvey, loadSurveys, type SurveyView } from '../../api/surveys.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { SurveyEditor } from '../../parts/surveys/survey-editor.tsx';
import { SurveyPage } from '../../parts/surveys/survey-page.tsx';
import { answersWords, stateWords } from '../../parts/surveys/survey-words.ts';
import { useSurveys } from '../../parts/surveys/use-surveys.ts';
import { type Column, Table } from '../../parts/table.tsx';
import { mayEditSurveyOf } from '../../parts/work/may.ts';
import { useSetting } from '../../state/config.tsx';
import { useSession } from '../../state/session.tsx';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';

/** Surveys: all of them, a new one, or one with its paper and its results. */
export default function SurveysView({ id, part }: { id?: string; part?: string }) {
  if (id === undefined) return <AllSurveys />;
  return id === 'new' ? <NewSurvey /> : <OneSurvey key={id} id={id} part={part} />;
}

function AllSurveys() {
  const { t } = useSurveys();
  useTitle(t('list.title'));
  const loaded = useLoaded('surveys', loadSurveys);
  const { schools, ready } = useSetting();
  const grants = useSession().account?.grants ?? [];
  const mayWrite = schools.some((school) => mayEditSurveyOf(grants, school.districtId, [school.id]));
  return (
    <LoadedPage loaded={loaded}>
      {({ items }) => (
        <div class="page stack">
          <header class="page-head">
            <div>
              <h1>{t('list.title')}</h1>
              <p class="muted">{t('list.lead')}</p>
            </div>
            {ready && mayWrite && (
              <LinkButton look="primary" href="/surveys/new">
                {t('list.new')}
              </LinkButton>
            )}
          </header>
          {items.length > 0 ? (
            <SurveyTable surveys={items} />
          ) : (
            <EmptyState title={t('list.none')}>
              <p>{t('list.noneHelp')}</p>
            </EmptyState>
          )}
        </div>
      )}
    </LoadedPage>
  );
}

function SurveyTable({ surveys }: { surveys: readonly SurveyView[] }) {
  const voice = useSurveys();
  const { t, say, school } = voice;
  const columns: Column<SurveyView>[] = [
    {
      key: 'name',
      label: t('list.name'),
      cell: ({ id, title }) => <a href={`/surveys/${id}`}>{say(title)}</a>,
    },
    { key: 'audience', label: t('list.audience'), cell: ({ audience }) => t(`audience.${audience}`) },
    { key: 'term', label: t('list.term'), cell: ({ term }) => term },
    {
      key: 'schools',
      label: t('list.schools'),
      cell: ({ schoolIds: [first = '', ...others] }) =>
        others.length > 0 ? `${school(first)} +${others.length}` : school(first),
    },
    { key: 'state', label: t('list.state'), cell: (survey) => stateWords(survey, voice) },
    { key: 'answers', label: t('list.answers'), figure: true, cell: (survey) => answersWords(survey, voice) },
  ];
  return <Table caption={t('list.title')} columns={columns} rows={surveys} rowKey={({ id }) => id} />;
}

function NewSurvey() {
  const { t } = useSurveys();
  useTitle(t('edit.new'));
  const { route } = useLocation();
  const { ready } = useSetting();
  const { account } = useSession();
  return (
    <div class="page survey-page stack">
      <BackLink />
      <h1>{t('edit.new')}</h1>
      {ready && account && (
        <SurveyEditor
          onChanged={(survey) => {
            keepReply(`survey ${survey.id}`, survey);
            route(`/surveys/${survey.id}`);
          }}
        />
      )}
    </div>
  );
}

function OneSurvey({ id, part }: { id: string; part: string | undefined }) {
  const { say } = useSurveys();
  const key = `survey ${id}`;
  const loaded = useLoaded(key, (signal) => loadSurvey(id, signal));
  useTitle(loaded.data && say(loaded.data.title));
  return (
    <LoadedPage loaded={loaded}>
      {(survey) => (
        <div class="page survey-page stack">
          <BackLink />
          <SurveyPage
            survey={survey}
            part={part}
            onChanged={(changed) => {
              keepReply(key, changed);
              loaded.reload();
            }}
          />
        </div>
      )}
    </LoadedPage>
  );
}

function BackLink() {
  const { t } = useSurveys();
  return (
    <p class="small no-print">
      <a href="/surveys">
        <Glyph name="arrow-left" size={16} /> {t('all')}
      </a>
    </p>
  );
}
