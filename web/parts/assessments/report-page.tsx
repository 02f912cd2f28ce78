import { loadAssessmentReport, type ReportPage as Page } from '../../api/assessments.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';
import { Button, LinkButton } from '../button.tsx';
import { SelectField } from '../field.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { EmptyState } from '../states.tsx';
import { type AssessmentQuery, addressWith, assessmentQuery } from './assessment-query.ts';
import { nameOf } from './assessment-table.tsx';
import { LevelKey } from './level-key.tsx';
import { ReportSheet } from './report-sheet.tsx';
import { useAssessments } from './use-assessments.ts';
import { YearField } from './year-field.tsx';

/** For the board: a page for each school in which something is rated. */
export function ReportPage() {
  const { t } = useAssessments();
  useTitle(t('report.title'));
  const [query, change] = useQuery(assessmentQuery);
  const loaded = useLoaded(
    `assessment-report ${query.year}`,
    (signal) => loadAssessmentReport(query.year, signal),
    { keepLast: true },
  );
  return (
    <LoadedPage loaded={loaded}>{(page) => <Shown page={page} query={query} onChange={change} />}</LoadedPage>
  );
}

interface ShownProps {
  page: Page;
  query: AssessmentQuery;
  onChange(change: Partial<AssessmentQuery>): void;
}

function Shown({ page, query, onChange }: ShownProps) {
  const voice = useAssessments(page);
  const { t } = voice;
  const rated = page.items.filter(({ groups }) => groups.some((figure) => figure.rated > 0));
  const shown = rated.filter(({ place }) => query.place === null || place.id === query.place);
  return (
    <div class="page assessments">
      <header class="page-head no-print">
        <div>
          <p>
            <a href={addressWith('/assessments', { year: query.year })}>{t('back')}</a>
          </p>
          <h1>{t('report.title')}</h1>
          <p class="muted">{t('report.pdf')}</p>
        </div>
        <div class="row">
          <LinkButton href="/report">{t('board')}</LinkButton>
          {shown.length > 0 && (
            <Button icon="printer" look="primary" onClick={() => window.print()}>
              {t('print')}
            </Button>
          )}
        </div>
      </header>
      <div class="controls no-print">
        <YearField frame={page} onChange={(year) => onChange({ year })} />
        <SelectField
          label={t('report.for')}
          value={query.place ?? ''}
          options={[
            { value: '', label: t('report.all') },
            ...page.items.map(({ place }) => ({ value: place.id, label: nameOf(place, voice) })),
          ]}
          onChange={(place) => onChange({ place: place || null })}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('report.none')}>
          <p>{t('report.none.help')}</p>
        </EmptyState>
      ) : (
        shown.map((view) => <ReportSheet key={view.place.id} view={view} frame={page} />)
      )}
      <div class="no-print">
        <LevelKey levels={page.levels} voice={voice} />
      </div>
    </div>
  );
}
