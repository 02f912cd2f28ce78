import { useId, useState } from 'preact/hooks';
import { ErrorBoundary } from 'preact-iso';
import { TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import { RemovableChip } from '../../parts/chip.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { TermCombobox } from '../../parts/term-combobox.tsx';
import { capital } from '../../text/say-hours.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { workView } from '../work-view.ts';
import { type ActiveFilter, activeFilters } from './describe-query.ts';
import type { FindQuery } from './find-query.ts';
import { NearField } from './near-field.tsx';

const MoreFilters = workView((views) => views.moreFilters());

export interface FilterProps {
  query: FindQuery;
  /** A change of the question starts again at page one, with nothing chosen. */
  ask(change: Partial<FindQuery>): void;
}

const MINUTES = [10, 15, 20, 30, 45, 60];

export function FilterBar({ query, ask }: FilterProps) {
  const voice = useVoice();
  const { t } = voice;
  const panel = useId();
  const [open, setOpen] = useState(false);
  const filters = activeFilters(voice, query);
  return (
    <search class="filter-bar">
      <div class="filter-main">
        <TermCombobox
          label={t('filter.what')}
          placeholder={t('filter.whatHint')}
          chosen={query.terms}
          onAdd={(term) => ask({ terms: [...query.terms, term], q: '' })}
          onRemove={(term) => ask({ terms: query.terms.filter((other) => other !== term) })}
          words={{ value: query.q, onChange: (q) => q !== query.q && ask({ q }) }}
        />
        <NearField query={query} ask={ask} />
        <WithinFields query={query} ask={ask} />
        <button
          type="button"
          class="button filter-more"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {filters.length > 0 ? t('filter.moreOn', { n: filters.length }) : t('filter.more')}
          <Glyph name="chevron-down" size={18} />
        </button>
      </div>
      <div id={panel} hidden={!open}>
        {open && (
          <ErrorBoundary>
            <MoreFilters query={query} ask={ask} />
          </ErrorBoundary>
        )}
      </div>
      {!open && <ActiveFilters filters={filters} ask={ask} />}
    </search>
  );
}

function WithinFields({ query, ask }: FilterProps) {
  const { t } = useVoice();
  const anywhere = query.school === null && query.near === null;
  const minutes = query.minutes === null ? '' : String(query.minutes);
  const choices = [...new Set([...MINUTES, ...(query.minutes === null ? [] : [query.minutes])])].sort(
    (a, b) => a - b,
  );
  return (
    <fieldset class="filter-within" disabled={anywhere}>
      <legend class="visually-hidden">{t('filter.within')}</legend>
      <SelectField
        label={t('filter.within')}
        value={minutes}
        options={[
          { value: '', label: t('filter.anyTime') },
          ...choices.map((n) => ({ value: String(n), label: t('filter.minutes', { n }) })),
        ]}
        onChange={(value) => ask({ minutes: value ? Number(value) : null })}
      />
      <SelectField
        label={t('filter.mode')}
        value={query.mode}
        options={TRAVEL_MODES.map((mode) => ({ value: mode, label: capital(t(`mode.${mode}`)) }))}
        onChange={(value) => ask({ mode: value as TravelMode })}
      />
    </fieldset>
  );
}

function ActiveFilters({ filters, ask }: { filters: readonly ActiveFilter[]; ask: FilterProps['ask'] }) {
  const { t } = useVoice();
  if (filters.length === 0) return null;
  return (
    <ul class="row plain-list">
      {filters.map(({ key, label, without }) => (
        <li key={key}>
          <RemovableChip
            label={label}
            remove={t('filter.remove', { filter: label })}
            onRemove={() => ask(without)}
          />
        </li>
      ))}
    </ul>
  );
}
