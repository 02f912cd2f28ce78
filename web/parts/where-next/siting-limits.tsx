import { useRef } from 'preact/hooks';
import { useSetting } from '../../state/config.tsx';
import { SelectField, TextField } from '../field.tsx';
import { withSite } from './choose-site.ts';
import { AMOUNTS, type Amount, amountsMissing, amountsOf } from './siting-amounts.ts';
import type { SitingQuery } from './siting-query.ts';
import { useWhereNext } from './use-where-next.ts';

interface SitingLimitsProps {
  query: SitingQuery;
  onChange(change: Partial<SitingQuery>): void;
}

/** What new sites may cost, and which must be among them: folded away until somebody asks with it. */
export function SitingLimits({ query, onChange }: SitingLimitsProps) {
  const { w } = useWhereNext();
  const wanted = amountsOf(query);
  const missing = amountsMissing(query);
  // Once opened it stays so, or emptying the last field would close it under one's hands.
  const isOpen = useRef(false);
  isOpen.current ||= AMOUNTS.some((name) => query[name] !== null);
  const field = (name: Amount) => (
    <TextField
      key={name}
      type="number"
      min={0}
      step="any"
      label={w(`ask.${name}`)}
      error={missing.includes(name) ? w('ask.amountMissing') : undefined}
      value={query[name] ?? ''}
      onChange={(event) => onChange({ [name]: amountTyped(event.currentTarget) })}
    />
  );
  return (
    <details class="siting-limits" open={isOpen.current}>
      <summary>{w('ask.limits')}</summary>
      <p class="muted small">{w(query.model === 'lscp' ? 'ask.limitsCheap' : 'ask.limitsHelp')}</p>
      <div class="controls">
        {wanted.map(field)}
        {query.candidates !== 'sites' && <MustBeIn query={query} onChange={onChange} />}
      </div>
    </details>
  );
}

function MustBeIn({ query, onChange }: SitingLimitsProps) {
  const { w } = useWhereNext();
  const { schools } = useSetting();
  const options = schools
    .filter(({ id, point }) => point && !query.force.includes(`school:${id}`))
    .map(({ id, name }) => ({ value: `school:${id}`, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <SelectField
      label={w('ask.mustSchool')}
      value=""
      options={[{ value: '', label: w('ask.mustNone') }, ...options]}
      onChange={(id) => id && onChange(withSite(query, id))}
    />
  );
}

/** Null where nothing was typed, or nothing that is an amount. */
function amountTyped({ value, valueAsNumber }: HTMLInputElement): number | null {
  return value === '' || !(valueAsNumber >= 0) ? null : valueAsNumber;
}
