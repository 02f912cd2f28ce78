import type { GapParams } from '../../../core/gaps/gap.ts';
import { TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import { RemovableChip } from '../chip.tsx';
import { SelectField } from '../field.tsx';
import { askableTerms } from './gap-query.ts';
import { TermSelect } from './term-select.tsx';
import { useWork } from './use-work.ts';

interface GapControlsProps {
  params: GapParams;
  onChange(change: Partial<GapParams>): void;
}

const MINUTES = [5, 10, 15, 20, 30, 45, 60, 90];

/** What is measured: kinds of help, minutes, way, and who is counted. */
export function GapControls({ params, onChange }: GapControlsProps) {
  const { t, term } = useWork();
  const minutes = [...new Set([...MINUTES, params.minutes])].sort((a, b) => a - b);
  return (
    <div class="gap-controls no-print">
      <div class="controls">
        <div class="gap-term">
          <TermSelect
            label={t('gaps.terms')}
            value=""
            placeholder={params.terms.length === 0 ? t('choose') : t('gaps.addTerm')}
            without={params.terms}
            onChange={(id) => id && onChange({ terms: askableTerms([...params.terms, id], params.demand) })}
          />
        </div>
        <SelectField
          label={t('gaps.minutes')}
          value={String(params.minutes)}
          options={minutes.map((n) => ({ value: String(n), label: t('minutes.n', { n }) }))}
          onChange={(value) => onChange({ minutes: Number(value) })}
        />
        <SelectField
          label={t('gaps.mode')}
          value={params.mode}
          options={TRAVEL_MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
          onChange={(mode) => onChange({ mode: mode as TravelMode })}
        />
        <SelectField
          label={t('gaps.demand')}
          value={params.demand}
          options={(['all', 'need'] as const).map((value) => ({ value, label: t(`gaps.demand.${value}`) }))}
          onChange={(value) => {
            const demand = value as GapParams['demand'];
            onChange({ demand, terms: askableTerms(params.terms, demand) });
          }}
        />
      </div>
      {params.terms.length > 0 && (
        <div class="row">
          {params.terms.map((id) => (
            <RemovableChip
              key={id}
              label={term(id)}
              remove={t('gaps.removeTerm', { term: term(id) })}
              onRemove={() => onChange({ terms: params.terms.filter((other) => other !== id) })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
