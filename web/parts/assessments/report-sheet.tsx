import type { Frame, FrameworkOutline, PlaceView } from '../../api/assessments.ts';
import { Table } from '../table.tsx';
import { ActionState } from './action-item.tsx';
import { nameOf } from './assessment-table.tsx';
import { FigureLine } from './figure-line.tsx';
import { GoalStates } from './goal-states.tsx';
import { LevelChip, MeanChip } from './level-chip.tsx';
import { type AssessmentSpeech, useAssessments, yearName } from './use-assessments.ts';

/** Questions below this level are named. */
const GOOD = 3;
/** As many fit on the page. */
const MOST_LOW = 5;

/** One place on one page: where it stands now and last year, what shows it, goals, what is low, what is done. */
export function ReportSheet({ view, frame }: { view: PlaceView; frame: Frame }) {
  const voice = useAssessments(frame);
  const { t, day } = voice;
  const actions = view.actions.filter(({ state }) => state !== 'dropped');
  return (
    <article class="report-sheet">
      <header>
        <h2>{nameOf(view.place, voice)}</h2>
        <p class="muted small">
          {t('printed', { year: yearName(view.year), date: day(new Date().toISOString()) })}
        </p>
      </header>
      <div class="report-tables">
        {frame.frameworks.map((framework) => (
          <GroupTable key={framework.id} {...{ framework, view, voice }} />
        ))}
      </div>
      <GoalStates page={view} voice={voice} />
      <Low view={view} voice={voice} />
      <section>
        <h3>{t('action.title')}</h3>
        {actions.length === 0 && <p class="muted">{t('actions.none')}</p>}
        <ul>
          {actions.map((action) => (
            <li key={action.id}>
              {action.what} ({t('action.line', { owner: action.owner, date: day(action.dueOn) })}){' '}
              <ActionState action={action} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('report.figures')}</h3>
        <ul>
          {view.figures.map((figure) => (
            <li key={figure.kind}>
              <FigureLine figure={figure} voice={voice} />
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

type Group = FrameworkOutline['groups'][number];

interface GroupTableProps {
  framework: FrameworkOutline;
  view: PlaceView;
  voice: AssessmentSpeech;
}

function GroupTable({ framework, view, voice }: GroupTableProps) {
  const { words } = voice;
  const nothing = { mean: null, rated: 0, asked: 0 };
  const inYear = (year: number, id: string) =>
    view.years.find((each) => each.year === year)?.groups.find(({ group }) => group === id) ?? nothing;
  return (
    <Table
      caption={`${words(framework.name)}: ${nameOf(view.place, voice)}`}
      rows={framework.groups}
      rowKey={({ id }) => id}
      columns={[
        { key: 'group', label: words(framework.name), cell: ({ name }: Group) => words(name) },
        ...[view.year, view.year - 1].map((year) => ({
          key: String(year),
          label: yearName(year),
          cell: ({ id }: Group) => <MeanChip {...inYear(year, id)} voice={voice} />,
        })),
      ]}
    />
  );
}

/** The questions that are lowest, with what shows it. */
function Low({ view, voice }: Pick<GroupTableProps, 'view' | 'voice'>) {
  const { t, words, level } = voice;
  const low = view.questions
    .flatMap((question) => {
      const rating = question.ratings[0];
      return rating && rating.level !== null && rating.level < GOOD ? [{ question, rating }] : [];
    })
    .sort((a, b) => (a.rating.level ?? 0) - (b.rating.level ?? 0))
    .slice(0, MOST_LOW);
  return (
    <section>
      <h3>{t('report.low')}</h3>
      {low.length === 0 && <p class="muted">{t('report.lowNone', { level: level(GOOD) })}</p>}
      <ul>
        {low.map(({ question, rating }) => (
          <li key={question.id}>
            {words(question.text)} <LevelChip level={rating.level} voice={voice} />
            {rating.evidence && <span class="question-evidence">{rating.evidence}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
