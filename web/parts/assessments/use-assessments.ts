import { useMemo } from 'preact/hooks';
import type { Level } from '../../../core/assessments/framework.ts';
import { nearestLevel } from '../../../core/assessments/group-figures.ts';
import { type Words, wordsIn } from '../../../core/surveys/words.ts';
import type { Frame } from '../../api/assessments.ts';
import { assessmentsEn } from '../../text/assessments-en.ts';
import { assessmentsEs } from '../../text/assessments-es.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { useWork } from '../work/use-work.ts';

const texts = { en: assessmentsEn, es: assessmentsEs };

type Said = Partial<Pick<Frame, 'levels' | 'frameworks'>>;

/** What the pages about assessments speak with: names of levels and groups come with each reply. */
export function useAssessments({ levels, frameworks }: Said = {}) {
  const t = useTextOf(texts);
  const { say, language, term } = useWork();
  return useMemo(() => {
    const words = (both: Words) => wordsIn(both, language);
    const groups = (frameworks ?? []).flatMap((framework) => framework.groups);
    const level = (n: Level) => words(levels?.find((each) => each.level === n)?.name ?? { en: String(n) });
    const mean = new Intl.NumberFormat(say.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return {
      t,
      say,
      term,
      words,
      level,
      group: (id: string) => words(groups.find((each) => each.id === id)?.name ?? { en: id }),
      /** "2.5", "not rated" */
      mean: (value: number | null) => (value === null ? t('notRated') : mean.format(value)),
      /** "2.5 · Begun" */
      meanWithLevel: (value: number | null) =>
        value === null
          ? t('notRated')
          : t('mean', { mean: mean.format(value), level: level(nearestLevel(value)) }),
      /** A day without a clock time is the same day everywhere. */
      day: (day: string) => say.date(day.length === 10 ? `${day}T12:00:00` : day),
    };
  }, [t, say, language, term, levels, frameworks]);
}
export type AssessmentSpeech = ReturnType<typeof useAssessments>;

/** "2026–27" */
export function yearName(year: number): string {
  return `${year}–${String((year + 1) % 100).padStart(2, '0')}`;
}
