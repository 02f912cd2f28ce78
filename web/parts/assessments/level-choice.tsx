import { useId } from 'preact/hooks';
import type { Level, LevelWords } from '../../../core/assessments/framework.ts';
import type { AssessmentSpeech } from './use-assessments.ts';

interface LevelChoiceProps {
  levels: readonly LevelWords[];
  /** Null: no rating after all; undefined: nothing is chosen yet. */
  level: Level | null | undefined;
  mayTakeBack: boolean;
  error: string | undefined;
  voice: AssessmentSpeech;
  onChange(level: Level | null): void;
}

/** The four levels with what they mean: arrows go from one to the next. */
export function LevelChoice({ levels, level, mayTakeBack, error, voice, onChange }: LevelChoiceProps) {
  const { t, words } = voice;
  const name = useId();
  return (
    <fieldset class="level-choice" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{t('rate.level')}</legend>
      {levels.map((each) => (
        <label key={each.level}>
          <input
            type="radio"
            name={name}
            checked={level === each.level}
            onChange={() => onChange(each.level)}
          />
          <span>
            <strong>{`${each.level} · ${words(each.name)}`}</strong>{' '}
            <span class="small">{words(each.means)}</span>
          </span>
        </label>
      ))}
      {mayTakeBack && (
        <label>
          <input type="radio" name={name} checked={level === null} onChange={() => onChange(null)} />
          <span>{t('rate.none')}</span>
        </label>
      )}
      {error && (
        <p id={`${name}-error`} class="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
