import type { PlanRow } from '../../../core/placement/plan.ts';
import type { PlanOffer } from '../../api/plans.ts';
import { useSetting } from '../../state/config.tsx';
import { Chip, DomainBadge } from '../chip.tsx';
import type { GlyphName } from '../glyph.tsx';
import { ShareBar } from '../progress-bar.tsx';
import { placeNameOf } from './flows.ts';
import { withoutWords } from './plan-words.ts';
import type { ConflictCode } from './use-plan.ts';
import { usePlans } from './use-plans.ts';

/* What stands in the cells of a plan's table. */

export function StudentCell({ row }: { row: PlanRow }) {
  return (
    <a id={`row-${row.id}`} href={`/students/${row.studentId}`} class="figures">
      {row.localId}
    </a>
  );
}

export function NeedCell({ row }: { row: PlanRow }) {
  const { term } = usePlans();
  const { terms } = useSetting();
  return (
    <span class="need-cell" title={term(row.term)}>
      <DomainBadge domain={terms.domainOf(row.term)} size={17} />
      <span class="few-lines">{term(row.term)}</span>
    </span>
  );
}

export function PlaceCell({ row, offer }: { row: PlanRow; offer: PlanOffer | undefined }) {
  const { t } = usePlans();
  if (row.offerId === undefined) return <span class="few-lines muted">{withoutWords(row, t)}</span>;
  if (!offer) return <span class="muted">{t('rows.gone')}</span>;
  return (
    <span class="two-lines" title={`${offer.name}, ${offer.organizationName}`}>
      <a class="one-line" href={`/services/${offer.serviceId}`}>
        {offer.name}
      </a>
      <span class="one-line muted small">{placeNameOf(offer)}</span>
    </span>
  );
}

export function ScoreCell({ row }: { row: PlanRow }) {
  const { t, say } = usePlans();
  return (
    <span class="score-cell">
      {row.score === undefined ? (
        <span class="muted">–</span>
      ) : (
        <>
          <span class="figures">{say.score(row.score)}</span>
          <ShareBar share={row.score} />
        </>
      )}
      <a
        class="small"
        href={`/students/${row.studentId}`}
        aria-label={t('rows.whyOf', { number: row.localId })}
      >
        {t('rows.why')}
      </a>
    </span>
  );
}

export function WayCell({ row: { minutes, mode, from } }: { row: PlanRow }) {
  const { work, say } = usePlans();
  if (minutes === undefined || mode === undefined) return <span class="muted">–</span>;
  return (
    <span class="two-lines">
      <span class="one-line">{say.trip(minutes, mode)}</span>
      {from && <span class="one-line muted small">{work.t(`from.${from}`)}</span>}
    </span>
  );
}

const STATE_LOOKS: Record<PlanRow['state'], { tone: 'plain' | 'good' | 'signal'; icon: GlyphName }> = {
  proposed: { tone: 'plain', icon: 'ask' },
  accepted: { tone: 'good', icon: 'check' },
  refused: { tone: 'signal', icon: 'x' },
  unplaced: { tone: 'signal', icon: 'alert' },
};

interface StateCellProps {
  row: PlanRow;
  conflict: ConflictCode | undefined;
  numberOf(rowId: string): string;
}

export function StateCell({ row, conflict, numberOf }: StateCellProps) {
  const { t } = usePlans();
  const more = conflict
    ? t(`conflict.${conflict}`)
    : row.togetherWith?.length
      ? t('rows.together', { numbers: row.togetherWith.map(numberOf).join(', ') })
      : row.reason && t(`reason.${row.reason}`);
  return (
    <span class="two-lines">
      <span>
        <Chip {...STATE_LOOKS[row.state]}>{t(`state.${row.state}`)}</Chip>
      </span>
      {more && (
        <span
          class={`one-line small ${conflict ? 'field-error' : 'muted'}`}
          title={[more, !conflict && row.note].filter(Boolean).join(': ')}
        >
          {conflict === 'referred' ? <a href={`/students/${row.studentId}#referrals`}>{more}</a> : more}
        </span>
      )}
    </span>
  );
}
