import { ruleAbout } from '../quality-rule.ts';
import type { SubjectOf } from '../subject.ts';

/** That it was checked, changed or counted on a day that has not come. */
export const futureDate = ruleAbout(['organization', 'service'], {
  name: 'future-date',
  group: 'odd',
  sentence: { en: 'A date that has not come yet', es: 'Una fecha que aún no llega' },
  mend: 'source',
  finds: (subject, { today }) => {
    if (subject.kind === 'service') return datesOf(subject).find((date) => date > dayAfter(today));
    const year = subject.record.yearIncorporated?.trim() ?? '';
    return /^\d{4}$/.test(year) && year > today.slice(0, 4) ? year : undefined;
  },
});

function datesOf({ record, links }: SubjectOf<'service'>): string[] {
  const counted = [record, ...links].flatMap(({ capacities }) => capacities.map(({ updated }) => updated));
  return [record.assuredDate, record.lastModified, ...counted].flatMap((date) => date?.slice(0, 10) ?? []);
}

/** East of here tomorrow has begun. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
