import { SelectField } from '../field.tsx';
import { DECAY_KINDS, GAP_METHODS, type GapMethod, type GapQuestion, isDecaying } from './gap-query.ts';
import { useAccess } from './use-access.ts';

interface GapMeasureProps {
  question: GapQuestion;
  onChange(change: Partial<GapQuestion>): void;
}

/** Which measure, with what it asks in a sentence. The share within reach stands for coverage, too. */
export function GapMeasure({ question: { method, decay }, onChange }: GapMeasureProps) {
  const { a } = useAccess();
  const methods = GAP_METHODS.filter((known) => known !== 'coverage');
  return (
    <div class="gap-measure">
      <div class="controls">
        <SelectField
          label={a('method.label')}
          value={method === 'coverage' ? 'share' : method}
          options={methods.map((value) => ({ value, label: a(`method.${value}`) }))}
          onChange={(value) => onChange({ method: value as GapMethod })}
        />
        {isDecaying(method) && (
          <SelectField
            label={a('decay.label')}
            value={decay}
            options={DECAY_KINDS.map((value) => ({ value, label: a(`decay.${value}`) }))}
            onChange={(value) => onChange({ decay: value as GapQuestion['decay'] })}
          />
        )}
      </div>
      <p class="muted small">{a(`why.${method}`)}</p>
    </div>
  );
}
