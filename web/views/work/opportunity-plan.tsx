import './work.css';
import './opportunity-plan.css';
import type { PlanPage } from '../../api/opportunity-plan.ts';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { GoalsSection } from '../../parts/opportunity-plan/goals-section.tsx';
import { type PlanOnScreen, PlanProvider } from '../../parts/opportunity-plan/plan-context.tsx';
import { PlanHistorySection } from '../../parts/opportunity-plan/plan-history.tsx';
import { planQuery } from '../../parts/opportunity-plan/plan-query.ts';
import { PlanSheet } from '../../parts/opportunity-plan/plan-sheet.tsx';
import { SimplePlan } from '../../parts/opportunity-plan/simple-plan.tsx';
import { StepsSection } from '../../parts/opportunity-plan/steps-section.tsx';
import { SupportersSection } from '../../parts/opportunity-plan/supporters-section.tsx';
import { usePlan } from '../../parts/opportunity-plan/use-plan.ts';
import { usePlanText, usePlanWords } from '../../parts/opportunity-plan/use-plan-words.ts';
import { WordsSection } from '../../parts/opportunity-plan/words-section.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { useCloseness } from '../../parts/work/use-closeness.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

/** A student's plan: one thing at a time for the student and the family, the whole for who works with them. */
export default function OpportunityPlanView({ id }: { id: string }) {
  const t = usePlanText();
  const shown = usePlan(id);
  useTitle(t('title'));
  return <LoadedPage loaded={shown.loaded}>{(page) => <Plan page={page} shown={shown} />}</LoadedPage>;
}

function Plan({ page, shown }: { page: PlanPage; shown: ReturnType<typeof usePlan> }) {
  const { plan, save, undo, news } = shown;
  const words = usePlanWords(page, plan);
  const { t } = words;
  const [query, change] = useQuery(planQuery);
  const closest = useCloseness(page.student.id);
  const view = query.view ?? (closest ? 'simple' : 'all');
  const onScreen: PlanOnScreen = { page, plan, words, save, own: closest === 'student' };
  return (
    <PlanProvider value={onScreen}>
      <div class="page plan-page">
        <Head onScreen={onScreen} view={view} undo={undo} toggle={(next) => change({ view: next })} />
        <StatusLine hidden={!news}>{news ? t(news) : ''}</StatusLine>
        {view === 'simple' ? (
          <SimplePlan
            at={query.at}
            go={(at) => change({ at })}
            onEnd={() => change({ view: 'all', at: 'strengths' })}
          />
        ) : (
          <div class="no-print">
            <WordsSection part="strengths" />
            <WordsSection part="interests" />
            <GoalsSection />
            <StepsSection />
            <SupportersSection />
            <PlanHistorySection />
          </div>
        )}
        <PlanSheet />
      </div>
    </PlanProvider>
  );
}

interface HeadProps {
  onScreen: PlanOnScreen;
  view: 'simple' | 'all';
  undo(): Promise<void>;
  toggle(view: 'simple' | 'all'): void;
}

function Head({ onScreen: { page, words, own }, view, undo, toggle }: HeadProps) {
  const { t, who, say } = words;
  const { student, may, number, people } = page;
  const name = student.name ?? student.number;
  const last = lastWritten(page);
  return (
    <header class="no-print">
      <p class="small">
        <a href={`/students/${student.id}`}>
          <Glyph name="arrow-left" size={16} /> {t('back', { name })}
        </a>
      </p>
      <div class="page-head">
        <div>
          <h1>{own ? t('titleOf.own') : t('titleOf', { name })}</h1>
          <p>{t(own ? 'lead.own' : 'lead.school')}</p>
        </div>
        <div class="row">
          <Button onClick={() => toggle(view === 'all' ? 'simple' : 'all')}>
            {t(view === 'all' ? 'view.simple' : 'view.all')}
          </Button>
          {view === 'all' && (
            <Button icon="printer" onClick={() => window.print()}>
              {t('print')}
            </Button>
          )}
        </div>
      </div>
      {number > 0 && (
        <p class="row plan-last">
          <span class="muted small">
            {t('undo.who', { who: who(people[number]), date: last ? say.dateTime(last) : '' })}
          </span>
          {may.undo && (
            <Button look="quiet" onClick={undo}>
              {t('undo')}
            </Button>
          )}
        </p>
      )}
    </header>
  );
}

/** When the last change was made: every change is the newest of some field. */
function lastWritten({ fields, number }: PlanPage): string | undefined {
  const all = Object.values(fields).flatMap(({ written, beside }) => [
    ...(written ? [written] : []),
    ...beside,
  ]);
  return all.find((one) => one.number === number)?.at;
}
