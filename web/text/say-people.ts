import type { Eligibility } from '../../core/directory/service.ts';
import type { Voice } from './use-voice.tsx';

/** "pre-kindergarten", "kindergarten", "grade 4" */
export function sayGrade({ t }: Voice, grade: number): string {
  if (grade < 0) return t('grade.pre');
  return grade === 0 ? t('grade.kindergarten') : t('grade.n', { grade });
}

/** "grades 6 to 8", "up to grade 5", "from grade 9 on"; undefined where there is no rule. */
export function sayGrades(
  voice: Voice,
  { minimumGrade: low, maximumGrade: high }: Eligibility,
): string | undefined {
  const { t } = voice;
  if (low === undefined && high === undefined) return undefined;
  if (low === undefined) return t('grades.to', { to: sayGrade(voice, high!) });
  if (high === undefined) return t('grades.from', { from: sayGrade(voice, low) });
  if (low === high) return sayGrade(voice, low);
  return t('grades.range', { from: sayGrade(voice, low), to: sayGrade(voice, high) });
}

/** "ages 6 to 12", "up to age 5", "18 and older"; undefined where there is no rule. */
export function sayAges(
  { t }: Voice,
  { minimumAge: low, maximumAge: high }: Eligibility,
): string | undefined {
  if (low === undefined && high === undefined) return undefined;
  if (low === undefined || low === 0) return high === undefined ? undefined : t('ages.to', { to: high });
  if (high === undefined || high >= 99) return t('ages.from', { from: low });
  return low === high ? t('ages.one', { age: low }) : t('ages.range', { from: low, to: high });
}

const names = new Map<string, Intl.DisplayNames>();

/** "Spanish" for "es", in the interface's language; the code itself where it is unknown. */
export function sayLanguage({ language }: Pick<Voice, 'language'>, code: string): string {
  const display = names.get(language) ?? new Intl.DisplayNames(language, { type: 'language' });
  names.set(language, display);
  try {
    return display.of(code) ?? code;
  } catch {
    return code;
  }
}
