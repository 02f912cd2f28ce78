import type { FairnessGroup, FairnessRow } from '../../../core/placement/plan.ts';
import { loadFairness } from '../../api/plans.ts';
import { AreaPatterns } from '../../map/area-patterns.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { SelectField } from '../field.tsx';
import { LoadingBar } from '../loading-bar.tsx';
import { ShareBar } from '../progress-bar.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import { type Column, Table } from '../table.tsx';
import { gapSentence, groupName } from './plan-words.ts';
import { useGroupings } from './use-groupings.ts';
import { usePlans } from './use-plans.ts';

interface FairnessPanelProps {
  planId: string;
  /** Changes with every decision, so that the shares are asked for again. */
  version: string;
  by: FairnessGroup;
  onBy(by: FairnessGroup): void;
}

/** The share served and the mean score by group. Bars and figures are one table. */
export function FairnessPanel({ planId, version, by, onBy }: FairnessPanelProps) {
  const voice = usePlans();
  const { t } = voice;
  const fairness = useLoaded(
    `fairness ${planId} ${by} ${version}`,
    (signal) => loadFairness(planId, by, signal),
    { keepLast: true },
  );
  const groupings = useGroupings();
  const shown = fairness.data?.by ?? by;
  const label = groupings.find(({ value }) => value === shown)?.label ?? '';
  const columns = useFairnessColumns(shown, label, fairness.data?.threshold ?? 0);
  return (
    <section class="stack" aria-label={t('fair.title')}>
      <AreaPatterns />
      <div class="controls no-print">
        <SelectField label={t('fair.by')} value={by} options={groupings} onChange={onBy} />
      </div>
      {fairness.loading && fairness.data && <LoadingBar />}
      {fairness.problem && <ErrorState problem={fairness.problem} onRetry={fairness.reload} />}
      {fairness.data ? (
        <>
          <p class="plan-gap">{gapSentence(fairness.data, voice)}</p>
          <Table
            caption={`${t('fair.title')}: ${label}`}
            columns={columns}
            rows={fairness.data.rows}
            rowKey={(row) => row.group}
          />
          {fairness.data.rows.some(({ hidden }) => hidden) && (
            <p class="muted small">{t('fair.hiddenWhy', { n: fairness.data.threshold })}</p>
          )}
        </>
      ) : (
        !fairness.problem && <Skeleton lines={6} />
      )}
    </section>
  );
}

function useFairnessColumns(by: FairnessGroup, label: string, threshold: number): Column<FairnessRow>[] {
  const voice = usePlans();
  const { t, say } = voice;
  const hidden = <span class="muted small">{t('fair.hidden', { n: threshold })}</span>;
  const most = <span class="muted small">{t('fair.most', { n: threshold })}</span>;
  const count = (value: number | null) => (value === null ? hidden : value.toLocaleString(say.locale));
  return [
    { key: 'group', label, cell: (row) => groupName(by, row, voice) },
    { key: 'needs', label: t('fair.needs'), figure: true, cell: ({ needs }) => count(needs) },
    {
      key: 'placed',
      label: t('fair.placed'),
      figure: true,
      cell: ({ placed, end }) => (end === 'most' ? most : count(placed)),
    },
    {
      key: 'share',
      label: t('fair.share'),
      cell: ({ share, end }) => (
        <span class="fair-cell">
          {share === null ? <HiddenBar /> : <ShareBar share={share} />}
          {share === null ? (
            end === 'most' ? (
              most
            ) : (
              hidden
            )
          ) : (
            <span class="figures">{say.percent(share)}</span>
          )}
        </span>
      ),
    },
    {
      key: 'mean',
      label: t('fair.mean'),
      cell: ({ meanScore }) => (
        <span class="fair-cell">
          {meanScore === null ? <HiddenBar /> : <ShareBar share={meanScore} />}
          {meanScore === null ? '–' : <span class="figures">{say.score(meanScore)}</span>}
        </span>
      ),
    },
  ];
}

/** Dotted, as on the gap maps: there is a figure, and it is not told. */
function HiddenBar() {
  return (
    <svg class="hidden-bar" width="80" height="10" aria-hidden="true">
      <rect width="80" height="10" rx="4" fill="url(#area-hidden)" />
    </svg>
  );
}
