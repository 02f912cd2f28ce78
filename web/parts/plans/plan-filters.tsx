import { useMemo } from 'preact/hooks';
import { type PlanRow, ROW_STATES, type RowState } from '../../../core/placement/plan.ts';
import type { PlanPlaces } from '../../api/plans.ts';
import { RemovableChip } from '../chip.tsx';
import { type Option, SelectField, TextField } from '../field.tsx';
import { NO_FILTER, type PlanFilter } from './filter-rows.ts';
import { placeNameOf } from './flows.ts';
import { usePlans } from './use-plans.ts';

interface PlanFiltersProps {
  rows: readonly PlanRow[];
  places: PlanPlaces;
  filter: PlanFilter;
  onChange(change: Partial<PlanFilter>): void;
  number: string;
  onNumber(number: string): void;
  /** The flow that is shown alone, in words. */
  flow: string | null;
}

/** Which rows are shown. Table, map and print go by the same. */
export function PlanFilters({ rows, places, filter, onChange, number, onNumber, flow }: PlanFiltersProps) {
  const { t, work, term, say } = usePlans();
  const { schools, terms } = useMemo(
    () => ({
      schools: optionsOf(
        rows,
        (row) => row.schoolId,
        (id) => places.schools[id]?.name ?? id,
        say.locale,
      ),
      terms: optionsOf(rows, (row) => row.term, term, say.locale),
    }),
    [rows, places, term, say],
  );
  const all = { value: '', label: t('filter.all') };
  const { school, term: need, urgency, state } = filter;
  const filtered =
    number !== '' || [school, need, urgency, state, filter.flow].some((value) => value !== null);
  return (
    <search class="plan-filters no-print">
      <div class="controls">
        {schools.length > 1 && (
          <SelectField
            label={t('filter.school')}
            value={filter.school ?? ''}
            options={[all, ...schools]}
            onChange={(value) => onChange({ school: value || null, flow: null })}
          />
        )}
        <SelectField
          label={t('filter.term')}
          value={filter.term ?? ''}
          options={[all, ...terms]}
          onChange={(value) => onChange({ term: value || null })}
        />
        <SelectField
          label={t('filter.urgency')}
          value={filter.urgency ?? ''}
          options={[
            all,
            ...(['3', '2', '1'] as const).map((value) => ({ value, label: work.t(`urgency.${value}`) })),
          ]}
          onChange={(value) => onChange({ urgency: (value || null) as PlanFilter['urgency'] })}
        />
        <SelectField
          label={t('filter.state')}
          value={filter.state ?? ''}
          options={[all, ...ROW_STATES.map((value) => ({ value, label: t(`state.${value}`) }))]}
          onChange={(value) => onChange({ state: (value || null) as RowState | null })}
        />
        <TextField
          label={t('filter.number')}
          type="search"
          class="plan-number"
          value={number}
          onInput={(event) => onNumber(event.currentTarget.value)}
        />
        {filtered && (
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              onNumber('');
              onChange(NO_FILTER);
            }}
          >
            {t('filter.clear')}
          </button>
        )}
      </div>
      {flow && (
        <div class="row">
          <RemovableChip
            label={flow}
            remove={t('filter.flowRemove', { flow })}
            onRemove={() => onChange({ flow: null })}
          />
        </div>
      )}
    </search>
  );
}

/** What occurs in the rows, by name. */
function optionsOf(
  rows: readonly PlanRow[],
  value: (row: PlanRow) => string,
  name: (value: string) => string,
  locale: string,
): Option[] {
  const { compare } = new Intl.Collator(locale);
  const options = [...new Set(rows.map(value))].map((one) => ({ value: one, label: name(one) }));
  return options.sort((a, b) => compare(a.label, b.label));
}

/** "Cedar Hollow to Public Library": a flow by the names of its ends. */
export function useFlowName(places: PlanPlaces): (flow: string | null) => string | null {
  const { t } = usePlans();
  return (flow) => {
    const [schoolId = '', point] = flow?.split('~') ?? [];
    const school = places.schools[schoolId];
    const offer = Object.values(places.offers).find((one) => one.point?.join() === point);
    return school && offer ? t('filter.flow', { school: school.name, place: placeNameOf(offer) }) : null;
  };
}
