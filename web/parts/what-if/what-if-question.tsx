import { DEMANDS, type DemandQuestion } from '../../../core/demand/demand-question.ts';
import { TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import { RemovableChip } from '../chip.tsx';
import { SelectField } from '../field.tsx';
import { TermSelect } from '../work/term-select.tsx';
import { useWhatIfWords } from './use-what-if-words.ts';
import type { WhatIfQuery } from './what-if-query.ts';

interface WhatIfQuestionProps {
  query: WhatIfQuery;
  onChange(change: Partial<WhatIfQuery>): void;
}

const MINUTES = [5, 10, 15, 20, 30, 45, 60, 90];

/** What is measured: kinds of help, minutes, way, and who is counted. */
export function WhatIfQuestionForm({ query, onChange }: WhatIfQuestionProps) {
  const { t, work, term } = useWhatIfWords();
  const { terms, mode, demand } = query;
  const minutes = [...new Set([...MINUTES, query.minutes])].sort((a, b) => a - b);
  return (
    <div class="gap-controls no-print">
      <div class="controls">
        <div class="gap-term">
          <TermSelect
            label={t('question.terms')}
            value=""
            placeholder={terms.length === 0 ? work.t('choose') : t('question.addTerm')}
            without={terms}
            onChange={(id) => id && onChange({ terms: [...terms, id], need: null })}
          />
        </div>
        <SelectField
          label={t('question.minutes')}
          value={String(query.minutes)}
          options={minutes.map((n) => ({ value: String(n), label: work.t('minutes.n', { n }) }))}
          onChange={(value) => onChange({ minutes: Number(value) })}
        />
        <SelectField
          label={t('question.mode')}
          value={mode}
          options={TRAVEL_MODES.map((value) => ({ value, label: work.t(`mode.${value}`) }))}
          onChange={(value) => onChange({ mode: value as TravelMode })}
        />
        <SelectField
          label={t('question.demand')}
          value={demand}
          options={DEMANDS.map((value) => ({ value, label: t(`of.${value}`) }))}
          onChange={(value) => onChange({ demand: value as DemandQuestion['of'] })}
        />
      </div>
      {terms.length > 0 && (
        <div class="row">
          {terms.map((id) => (
            <RemovableChip
              key={id}
              label={term(id)}
              remove={t('question.removeTerm', { term: term(id) })}
              onRemove={() => onChange({ terms: terms.filter((other) => other !== id), need: null })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
