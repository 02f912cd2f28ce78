import { DEMANDS, type DemandQuestion } from '../../../core/demand/demand-question.ts';
import { TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import { RemovableChip } from '../chip.tsx';
import { SelectField } from '../field.tsx';
import { GapMeasure } from './gap-measure.tsx';
import { askableTerms, type GapQuestion } from './gap-query.ts';
import { TermSelect } from './term-select.tsx';
import { useAccess } from './use-access.ts';

interface GapControlsProps {
  question: GapQuestion;
  onChange(change: Partial<GapQuestion>): void;
}

const MINUTES = [5, 10, 15, 20, 30, 45, 60, 90];

/** What is measured: kinds of help, minutes, way, who is counted, and by which measure. */
export function GapControls({ question, onChange }: GapControlsProps) {
  const { t, a, term } = useAccess();
  const minutes = [...new Set([...MINUTES, question.minutes])].sort((a, b) => a - b);
  return (
    <div class="gap-controls no-print">
      <div class="controls">
        <div class="gap-term">
          <TermSelect
            label={t('gaps.terms')}
            value=""
            placeholder={question.terms.length === 0 ? t('choose') : t('gaps.addTerm')}
            without={question.terms}
            onChange={(id) =>
              id && onChange({ terms: askableTerms([...question.terms, id], question.count) })
            }
          />
        </div>
        <SelectField
          label={t('gaps.minutes')}
          value={String(question.minutes)}
          options={minutes.map((n) => ({ value: String(n), label: t('minutes.n', { n }) }))}
          onChange={(value) => onChange({ minutes: Number(value) })}
        />
        <SelectField
          label={t('gaps.mode')}
          value={question.mode}
          options={TRAVEL_MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
          onChange={(mode) => onChange({ mode: mode as TravelMode })}
        />
        <SelectField
          label={t('gaps.demand')}
          value={question.count}
          options={DEMANDS.map((value) => ({ value, label: a(`count.${value}`) }))}
          onChange={(value) => {
            const count = value as DemandQuestion['of'];
            onChange({ count, terms: askableTerms(question.terms, count) });
          }}
        />
      </div>
      <GapMeasure question={question} onChange={onChange} />
      {question.terms.length > 0 && (
        <div class="row">
          {question.terms.map((id) => (
            <RemovableChip
              key={id}
              label={term(id)}
              remove={t('gaps.removeTerm', { term: term(id) })}
              onRemove={() => onChange({ terms: question.terms.filter((other) => other !== id) })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
