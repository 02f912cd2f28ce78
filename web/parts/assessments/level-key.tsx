import type { LevelWords } from '../../../core/assessments/framework.ts';
import type { AssessmentSpeech } from './use-assessments.ts';

/** What each level means, and a mean. */
export function LevelKey({ levels, voice }: { levels: readonly LevelWords[]; voice: AssessmentSpeech }) {
  const { t, words } = voice;
  return (
    <details class="level-key">
      <summary>{t('means')}</summary>
      <ul>
        {levels.map(({ level, name, means }) => (
          <li key={level}>{t('means.line', { n: level, level: words(name), means: words(means) })}</li>
        ))}
      </ul>
      <p>{t('means.mean')}</p>
    </details>
  );
}
