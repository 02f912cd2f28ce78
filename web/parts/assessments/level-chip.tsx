import type { Level } from '../../../core/assessments/framework.ts';
import { nearestLevel } from '../../../core/assessments/group-figures.ts';
import type { AssessmentSpeech } from './use-assessments.ts';

/** A level in colour, number and word. */
export function LevelChip({ level, voice }: { level: Level | null; voice: AssessmentSpeech }) {
  if (level === null) return <span class="level level-none">{voice.t('notRated')}</span>;
  return <span class={`level level-${level}`}>{`${level} · ${voice.level(level)}`}</span>;
}

/** The mean of a group, called by the nearest level; how much of it is rated where that is not all. */
export function MeanChip({
  mean,
  rated,
  asked,
  voice,
}: {
  mean: number | null;
  rated: number;
  asked: number;
  voice: AssessmentSpeech;
}) {
  const look = mean === null ? 'none' : nearestLevel(mean);
  return (
    <>
      <span class={`level level-${look}`}>{voice.meanWithLevel(mean)}</span>
      {rated > 0 && rated < asked && (
        <span class="muted small level-part">{voice.t('mean.part', { rated, asked })}</span>
      )}
    </>
  );
}
