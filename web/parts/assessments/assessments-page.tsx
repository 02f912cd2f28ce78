import { type AssessmentList, loadAssessments } from '../../api/assessments.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';
import { LinkButton } from '../button.tsx';
import { SelectField } from '../field.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { EmptyState } from '../states.tsx';
import { type AssessmentQuery, addressWith, assessmentQuery } from './assessment-query.ts';
import { AssessmentTable } from './assessment-table.tsx';
import { GoalsPart } from './goals-part.tsx';
import { LevelKey } from './level-key.tsx';
import { useAssessments, yearName } from './use-assessments.ts';
import { YearField } from './year-field.tsx';

/** Schools beside each other, and what their district wants them to reach. */
export function AssessmentsPage() {
  const { t } = useAssessments();
  useTitle(t('title'));
  const [query, change] = useQuery(assessmentQuery);
  const loaded = useLoaded(`assessments ${query.year}`, (signal) => loadAssessments(query.year, signal), {
    keepLast: true,
  });
  return (
    <LoadedPage loaded={loaded}>
      {(list) => <Shown list={list} query={query} onChange={change} reload={loaded.reload} />}
    </LoadedPage>
  );
}

interface ShownProps {
  list: AssessmentList;
  query: AssessmentQuery;
  onChange(change: Partial<AssessmentQuery>): void;
  reload(): void;
}

function Shown({ list, query, onChange, reload }: ShownProps) {
  const voice = useAssessments(list);
  const { t, words, day } = voice;
  const framework = list.frameworks.find(({ id }) => id === query.set) ?? list.frameworks[0]!;
  const printed = t('printed', { year: yearName(list.year), date: day(new Date().toISOString()) });
  return (
    <div class="page assessments">
      <header class="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p class="muted">{t('lead')}</p>
          <p class="print-only small">{printed}</p>
        </div>
        <div class="row no-print">
          <LinkButton href={addressWith('/assessments/report', { year: query.year })} icon="printer">
            {t('report')}
          </LinkButton>
        </div>
      </header>
      <div class="controls no-print">
        <YearField frame={list} onChange={(year) => onChange({ year })} />
        <SelectField
          label={t('set')}
          value={framework.id}
          options={list.frameworks.map(({ id, name }) => ({ value: id, label: words(name) }))}
          onChange={(set) => onChange({ set })}
        />
      </div>
      {list.items.length > 0 ? (
        <AssessmentTable list={list} framework={framework} query={query} />
      ) : (
        <EmptyState title={t('none')}>
          <p>{t('none.help')}</p>
        </EmptyState>
      )}
      <LevelKey levels={list.levels} voice={voice} />
      {list.districts.map((district) => (
        <GoalsPart key={district.id} list={list} district={district} onChanged={reload} />
      ))}
    </div>
  );
}
