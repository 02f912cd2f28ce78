import './work.css';
import './duplicates.css';
import { DUPLICATE_KINDS, type DuplicateKind } from '../../../core/duplicates/duplicate-rules.ts';
import type { DuplicateSide, DuplicateView, MergeView } from '../../../core/duplicates/duplicate-view.ts';
import { isFinal } from '../../../core/jobs/job.ts';
import {
  loadDuplicates,
  loadMerges,
  lookForDuplicates,
  merge,
  sayState,
  undoMerge,
} from '../../api/duplicates.ts';
import { loadJobs } from '../../api/jobs.ts';
import type { Problem } from '../../api/problem.ts';
import { Button } from '../../parts/button.tsx';
import { duplicatesQuery } from '../../parts/duplicates/duplicates-query.ts';
import { MergeList } from '../../parts/duplicates/merge-list.tsx';
import { PairCard } from '../../parts/duplicates/pair-card.tsx';
import {
  type Done,
  useDeciding,
  useDuplicatesText,
  useRefusal,
} from '../../parts/duplicates/use-duplicates.ts';
import { SelectField } from '../../parts/field.tsx';
import { Pagination } from '../../parts/pagination.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { WatchedJob } from '../../parts/work/watched-job.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

/** Records that may be in the directory twice: somebody decides, and can take it back. */
export default function DuplicatesView() {
  const t = useDuplicatesText();
  useTitle(t('title'));
  const [asked, change] = useQuery(duplicatesQuery);
  const { kind, state, page } = asked;
  const pairs = useLoaded(`duplicates ${kind} ${state} ${page}`, (signal) => loadDuplicates(asked, signal));
  const merges = useLoaded('merges', loadMerges);
  const runs = useLoaded('duplicate-runs', (signal) => loadJobs('duplicates', signal));
  const { busy, done, problem, decide } = useDeciding(() => {
    pairs.reload();
    merges.reload();
    runs.reload();
  });
  const running = runs.data?.items.find((job) => !isFinal(job.status));
  const undoing =
    ({ id, name }: Pick<MergeView, 'id' | 'name'>) =>
    () =>
      decide(() => undoMerge(id), { text: t('undone', { name }) });
  const onMerge = (keep: DuplicateSide, drop: DuplicateSide, take: string[]) =>
    void decide(() => merge({ kind, keep: keep.id, drop: drop.id, take }), {
      text: t('merged', { name: drop.name, into: keep.name }),
      undo: undoing(drop),
    });
  const onState = ({ id }: DuplicateView, to: DuplicateView['state']) =>
    void decide(() => sayState(id, to), {
      text: t(to === 'open' ? 'reopened' : 'said'),
      undo: () => decide(() => sayState(id, to === 'open' ? 'different' : 'open'), { text: t('reopened') }),
    });
  return (
    <div class="page stack">
      <header class="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p class="muted">{t('lead')}</p>
        </div>
        {!running && (
          <Button look="primary" disabled={busy} onClick={() => void decide(lookForDuplicates, { text: '' })}>
            {t('look')}
          </Button>
        )}
      </header>
      {running && (
        <WatchedJob
          kind="duplicates"
          job={running}
          onEnd={() => {
            runs.reload();
            pairs.reload();
          }}
        />
      )}
      <div class="controls no-print">
        <SelectField
          label={t('kinds')}
          value={kind}
          options={DUPLICATE_KINDS.map((value) => ({ value, label: kindLabel(value) }))}
          onChange={(value) =>
            change({ kind: DUPLICATE_KINDS.find((each) => each === value) ?? kind, page: 1 })
          }
        />
        <SelectField
          label={t('states')}
          value={state}
          options={(['open', 'different'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(value) => change({ state: value === 'different' ? 'different' : 'open', page: 1 })}
        />
      </div>
      <Outcome done={done} problem={problem} />
      {pairs.problem && <ErrorState problem={pairs.problem} onRetry={pairs.reload} />}
      {!pairs.data && !pairs.problem && <Skeleton lines={8} />}
      {pairs.data?.items.map((pair) => (
        <PairCard
          key={pair.id}
          pair={pair}
          busy={busy}
          onMerge={onMerge}
          onState={(to) => onState(pair, to)}
        />
      ))}
      {pairs.data?.items.length === 0 && (
        <EmptyState title={t('none')}>
          <p>{t(state === 'open' ? 'noneHelp' : 'noneDifferent')}</p>
        </EmptyState>
      )}
      {pairs.data && (
        <Pagination
          page={page}
          perPage={PER_PAGE}
          total={pairs.data.total}
          href={(to) => `/duplicates?${duplicatesQuery.format({ ...asked, page: to })}`}
        />
      )}
      {merges.data && (
        <MergeList merges={merges.data.items} busy={busy} onUndo={(each) => void undoing(each)()} />
      )}
    </div>
  );

  function kindLabel(value: DuplicateKind): string {
    const open = pairs.data?.open[value];
    return open === undefined ? t(`kind.${value}`) : `${t(`kind.${value}`)} (${open})`;
  }
}

/** As many as the API gives. */
const PER_PAGE = 10;

function Outcome({ done, problem }: { done: Done | null; problem: Problem | null }) {
  const t = useDuplicatesText();
  return (
    <>
      <StatusLine>
        {done?.text}{' '}
        {done?.undo && (
          <Button look="quiet" onClick={() => void done.undo?.()}>
            {t('undo')}
          </Button>
        )}
      </StatusLine>
      {problem && <Refusal problem={problem} />}
    </>
  );
}

function Refusal({ problem }: { problem: Problem }) {
  return (
    <p class="state state-error" role="alert">
      {useRefusal(problem)}
    </p>
  );
}
