import { WEEKDAYS, type Weekday, type WeeklySpan } from '../../../core/schedule/schedule.ts';
import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import { Glyph } from '../glyph.tsx';
import { useWork } from './use-work.ts';

interface FreeTimesEditorProps {
  spans: readonly WeeklySpan[];
  wrong: readonly number[];
  onChange(spans: WeeklySpan[]): void;
}

/** After school, as most are; changed at once. */
const USUAL = { from: '3:30 pm', to: '6:00 pm' };

export function FreeTimesEditor({ spans, wrong, onChange }: FreeTimesEditorProps) {
  const { t } = useWork();
  const change = (index: number, part: Partial<WeeklySpan>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  const add = () => {
    const taken = spans.map(({ day }) => day);
    const day = WEEKDAYS.find((weekday) => !taken.includes(weekday)) ?? 'MO';
    onChange([...spans, { day, ...USUAL }]);
  };
  return (
    <fieldset>
      <legend>{t('student.freeTimes')}</legend>
      {spans.length === 0 && <p class="muted small">{t('student.freeUnknown')}</p>}
      <ul class="plain-list stack-tight">
        {spans.map((span, index) => (
          <li key={index} class="time-edit">
            <SelectField
              label={t('student.day')}
              labelHidden={index > 0}
              value={span.day}
              options={WEEKDAYS.map((day) => ({ value: day, label: t(`day.${day}`) }))}
              onChange={(day) => change(index, { day: day as Weekday })}
            />
            <TextField
              label={t('student.from')}
              labelHidden={index > 0}
              value={span.from}
              error={wrong.includes(index) ? t('student.timeWrong') : undefined}
              onInput={(event) => change(index, { from: event.currentTarget.value })}
            />
            <TextField
              label={t('student.to')}
              labelHidden={index > 0}
              value={span.to}
              onInput={(event) => change(index, { to: event.currentTarget.value })}
            />
            <Button
              look="quiet"
              aria-label={t('student.remove', { what: `${t(`day.${span.day}`)} ${span.from}` })}
              onClick={() => onChange(spans.filter((_, at) => at !== index))}
            >
              <Glyph name="x" />
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={add}>{t('student.addTime')}</Button>
      </div>
    </fieldset>
  );
}
