import { useId } from 'preact/hooks';
import { useAnswerWords } from './use-answer-words.ts';

/** Why not: all reasons in sight, none chosen beforehand. */
export function ReasonChoice({
  reasons,
  value,
  wrong,
  onChange,
}: {
  reasons: readonly { code: string; label: string }[];
  value: string;
  wrong: boolean;
  onChange(code: string): void;
}) {
  const t = useAnswerWords();
  const name = useId();
  return (
    <fieldset>
      <legend>{t('no.choose')}</legend>
      {reasons.map(({ code, label }, at) => (
        <label class="check-field" key={code}>
          <input
            type="radio"
            name={name}
            value={code}
            checked={code === value}
            aria-invalid={wrong && at === 0 ? true : undefined}
            onChange={() => onChange(code)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
