import type { PaperState } from '../../../core/agreements/paper-states.ts';
import type { EndWarning } from '../../../core/agreements/warn-of-end.ts';
import type { AgreementRow, Named } from '../../api/agreements.ts';
import type { AgreementSpeech } from './use-agreements.ts';

/** "12 days left", "over since Nov 2, 2026". */
export function leftWords(warning: EndWarning, lastDay: string, { t, day }: AgreementSpeech): string {
  return warning.daysLeft < 0
    ? t('left.over', { date: day(lastDay) })
    : t('left.days', { n: warning.daysLeft });
}

export function schoolWords(schools: readonly Named[], { t, say }: AgreementSpeech): string {
  return schools.length === 0 ? t('for.district') : say.list(schools.map(({ name }) => name));
}

/** "1 missing, 2 to check": what is the matter with an agreement's papers. */
export function papersWords(
  { papers, toCheck }: Pick<AgreementRow, 'papers' | 'toCheck'>,
  { t }: AgreementSpeech,
): string {
  const missing = papers.filter(({ state }) => state === 'missing').length;
  const ending = papers.filter(({ warning }) => warning !== undefined).length;
  const parts = [
    ...(missing > 0 ? [t('papers.missing', { n: missing })] : []),
    ...(toCheck > 0 ? [t('papers.waiting', { n: toCheck })] : []),
    ...(ending > 0 ? [t('papers.ending', { n: ending })] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  return papers.length === 0 ? t('papers.none') : t('papers.fine');
}

/** Something that somebody should look at, of one that is not over. */
export function needsAttention({ status, warning, papers, toCheck, late }: AgreementRow): boolean {
  if (status === 'ended') return false;
  const hasPaperTrouble = papers.some(({ state, warning: ends }: PaperState) => state !== 'valid' || ends);
  return warning !== undefined || hasPaperTrouble || toCheck > 0 || late > 0;
}
