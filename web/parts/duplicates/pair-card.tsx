import { useState } from 'preact/hooks';
import type { DuplicateSide, DuplicateView } from '../../../core/duplicates/duplicate-view.ts';
import { Button, LinkButton } from '../button.tsx';
import { ReasonBars } from './reason-bars.tsx';
import { type SayDuplicates, useDuplicatesText } from './use-duplicates.ts';

interface PairCardProps {
  pair: DuplicateView;
  busy: boolean;
  onMerge(keep: DuplicateSide, drop: DuplicateSide, take: string[]): void;
  onState(state: DuplicateView['state']): void;
}

/** Two records side by side, and what can be said of them. */
export function PairCard({ pair, busy, onMerge, onState }: PairCardProps) {
  const t = useDuplicatesText();
  const { left, right } = pair;
  const [taken, setTaken] = useState<Record<'left' | 'right', string[]>>({ left: [], right: [] });
  const toggle = (side: 'left' | 'right', field: string) =>
    setTaken((before) => {
      const without = before[side].filter((each) => each !== field);
      return { ...before, [side]: without.length < before[side].length ? without : [...without, field] };
    });
  const heading = `pair-${pair.id}`;
  return (
    <section class="card stack duplicate-pair" aria-labelledby={heading}>
      <h2 id={heading}>
        {left.name} <span class="muted">·</span> {right.name}
      </h2>
      <p class="muted">{t('likely', { percent: Math.floor(pair.probability * 100) })}</p>
      <Sides pair={pair} taken={taken} onTake={toggle} />
      <ReasonBars reasons={pair.reasons} />
      {pair.hindrance && (
        <p class="row">
          {t(`hindrance.${pair.hindrance}`)}
          <LinkButton href="/duplicates">{t('toOrganizations')}</LinkButton>
        </p>
      )}
      <div class="row no-print">
        {pair.state === 'open' ? (
          <>
            {!pair.hindrance && (
              <>
                <Keep side={left} t={t} busy={busy} onKeep={() => onMerge(left, right, taken.right)} />
                <Keep side={right} t={t} busy={busy} onKeep={() => onMerge(right, left, taken.left)} />
              </>
            )}
            <Button disabled={busy} onClick={() => onState('different')}>
              {t('different')}
            </Button>
          </>
        ) : (
          <Button disabled={busy} onClick={() => onState('open')}>
            {t('reopen')}
          </Button>
        )}
      </div>
    </section>
  );
}

interface KeepProps {
  side: DuplicateSide;
  t: SayDuplicates;
  busy: boolean;
  onKeep(): void;
}

function Keep({ side, t, busy, onKeep }: KeepProps) {
  return (
    <Button disabled={busy} onClick={onKeep}>
      {t('keepThis')}{' '}
      <span class="muted small">
        ({side.name}, {t('from', { source: side.source })})
      </span>
    </Button>
  );
}

interface SidesProps {
  pair: DuplicateView;
  taken: Record<'left' | 'right', string[]>;
  onTake(side: 'left' | 'right', field: string): void;
}

/** Field by field; what differs is marked, and can be taken over into the other. */
function Sides({ pair: { kind, left, right, state, hindrance }, taken, onTake }: SidesProps) {
  const t = useDuplicatesText();
  const rows = left.fields.flatMap(({ field, text }, nth) => {
    const other = right.fields[nth]?.text ?? '';
    return text || other ? [{ field, left: text, right: other }] : [];
  });
  const isOpen = state === 'open' && !hindrance;
  const cell = (side: 'left' | 'right', row: (typeof rows)[number]) => (
    <td>
      {row[side] || <span class="muted">–</span>}
      {isOpen && row.left !== row.right && row[side] && row.field !== 'organization' && (
        <label class="duplicate-take small no-print">
          <input
            type="checkbox"
            checked={taken[side].includes(row.field)}
            onChange={() => onTake(side, row.field)}
          />
          {t('take')}
          <span class="visually-hidden">: {row[side]}</span>
        </label>
      )}
    </td>
  );
  const head = ({ name, source, confidentiality }: DuplicateSide) => (
    <th scope="col">
      {name} <span class="muted small">{t('from', { source })}</span>
      {confidentiality && confidentiality !== 'public' && <strong> {t('confidential')}</strong>}
    </th>
  );
  return (
    <table class="duplicate-sides">
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          {head(left)}
          {head(right)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.field} class={row.left === row.right ? '' : 'duplicate-differs'}>
            <th scope="row">
              {t(`field.${row.field}` as 'field.name')}
              {row.left !== row.right && <span class="muted small"> {t('differs')}</span>}
            </th>
            {cell('left', row)}
            {cell('right', row)}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('hanging')}</th>
          <td>{t(`hanging.${kind}`, { n: left.hanging })}</td>
          <td>{t(`hanging.${kind}`, { n: right.hanging })}</td>
        </tr>
      </tbody>
    </table>
  );
}
