import { WEEKDAYS, type Weekday } from '../../../core/schedule/schedule.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { Glyph } from '../glyph.tsx';
import { useVerification } from './use-verification.ts';
import { changed, type TypedTimes, type WeekDraft, without, withStretch } from './week-draft.ts';

interface WeekEditorProps {
  draft: WeekDraft;
  /** As "MO 0". */
  wrong: ReadonlySet<string>;
  onChange(draft: WeekDraft): void;
}

/** Seven days, each closed or open from when to when, several times a day if need be. */
export function WeekEditor({ draft, wrong, onChange }: WeekEditorProps) {
  const { t, dayName } = useVerification();
  return (
    <ul class="week-edit">
      {WEEKDAYS.map((day) => (
        <li key={day}>
          <fieldset>
            <legend>{dayName(day)}</legend>
            {draft[day].length === 0 && <p class="muted">{t('hours.closed')}</p>}
            {draft[day].map((times, index) => (
              <Stretch
                key={index}
                day={day}
                times={times}
                isWrong={wrong.has(`${day} ${index}`)}
                onChange={(part) => onChange(changed(draft, day, index, part))}
                onRemove={() => onChange(without(draft, day, index))}
              />
            ))}
            <Button
              look="quiet"
              aria-label={t('hours.addOn', { day: dayName(day) })}
              onClick={() => onChange(withStretch(draft, day))}
            >
              {t('hours.add')}
            </Button>
          </fieldset>
        </li>
      ))}
    </ul>
  );
}

interface StretchProps {
  day: Weekday;
  times: TypedTimes;
  isWrong: boolean;
  onChange(part: Partial<TypedTimes>): void;
  onRemove(): void;
}

function Stretch({ day, times, isWrong, onChange, onRemove }: StretchProps) {
  const { t, dayName } = useVerification();
  return (
    <div class="week-times">
      <TextField
        label={t('hours.from')}
        autocomplete="off"
        value={times.from}
        error={isWrong ? t('hours.wrong') : undefined}
        onInput={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextField
        label={t('hours.to')}
        autocomplete="off"
        value={times.to}
        onInput={(event) => onChange({ to: event.currentTarget.value })}
      />
      <Button
        look="quiet"
        aria-label={t('hours.remove', { day: dayName(day), from: times.from, to: times.to })}
        onClick={onRemove}
      >
        <Glyph name="x" />
      </Button>
    </div>
  );
}
