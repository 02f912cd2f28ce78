import { useState } from 'preact/hooks';
import { loadAssessment, type PlacePage as Page } from '../../api/assessments.ts';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';
import { LinkButton } from '../button.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { ActionsPart } from './actions-part.tsx';
import { addressWith, assessmentQuery } from './assessment-query.ts';
import { nameOf } from './assessment-table.tsx';
import { GoalStates } from './goal-states.tsx';
import { LevelKey } from './level-key.tsx';
import { QuestionGroup } from './question-group.tsx';
import { useAssessments, yearName } from './use-assessments.ts';
import { YearField } from './year-field.tsx';
import { YearsPart } from './years-part.tsx';

/** One school, or a district as a whole: question by question, with what shows it and what comes next. */
export function PlacePage({ id }: { id: string }) {
  const [query, change] = useQuery(assessmentQuery);
  const key = `assessment ${id} ${query.year}`;
  const loaded = useLoaded(key, (signal) => loadAssessment(id, query.year, signal), { keepLast: true });
  const [, setTurn] = useState(0);
  return (
    <LoadedPage loaded={loaded}>
      {(page) => (
        <Shown
          page={page}
          onYear={(year) => change({ year })}
          onChanged={(next) => {
            if (!next) return loaded.reload();
            keepReply(key, next);
            setTurn((turn) => turn + 1);
          }}
        />
      )}
    </LoadedPage>
  );
}

interface ShownProps {
  page: Page;
  onYear(year: number): void;
  /** With what the server answered, or without: then it is asked again. */
  onChanged(next?: Page): void;
}

function Shown({ page, onYear, onChanged }: ShownProps) {
  const voice = useAssessments(page);
  const { t, day } = voice;
  const name = nameOf(page.place, voice);
  useTitle(name);
  const [planned, setPlanned] = useState<string | null>(null);
  return (
    <div class="page assessments">
      <header class="page-head">
        <div>
          <p class="no-print">
            <a href={addressWith('/assessments', { year: page.year })}>{t('back')}</a>
          </p>
          <h1>{name}</h1>
          <p class="muted">{t(page.mayRate ? 'school.lead' : 'school.read')}</p>
          <p class="print-only small">
            {t('printed', { year: yearName(page.year), date: day(new Date().toISOString()) })}
          </p>
        </div>
        <div class="row no-print">
          <LinkButton
            href={addressWith('/assessments/report', { year: page.year, place: page.place.id })}
            icon="printer"
          >
            {t('report')}
          </LinkButton>
        </div>
      </header>
      <div class="controls no-print">
        <YearField frame={page} onChange={onYear} />
      </div>
      <LevelKey levels={page.levels} voice={voice} />
      <GoalStates page={page} voice={voice} />
      {page.frameworks.map(({ id, name: title, groups }) => (
        <section key={id} class="section" aria-label={voice.words(title)}>
          <h2>{voice.words(title)}</h2>
          {groups.map((group) => (
            <QuestionGroup key={group.id} {...{ page, group, onChanged }} onPlan={setPlanned} />
          ))}
        </section>
      ))}
      <ActionsPart page={page} planned={planned} onPlan={setPlanned} onChanged={onChanged} />
      <YearsPart page={page} voice={voice} />
    </div>
  );
}
