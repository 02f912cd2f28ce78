import type { Setting } from '../../state/config.tsx';
import { sayReach } from '../../text/say-distance.ts';
import { capital, sayList } from '../../text/say-hours.ts';
import { sayGrade, sayLanguage } from '../../text/say-people.ts';
import { sayClock, sayClockRange } from '../../text/say-time.ts';
import type { Voice } from '../../text/use-voice.tsx';
import type { FindQuery } from './find-query.ts';

/** One filter that is on: how it is said, and the change that takes it off. */
export interface ActiveFilter {
  key: string;
  label: string;
  without: Partial<FindQuery>;
}

/** Where the search starts, in words: "Cedar Hollow Elementary". */
export function originLabel(
  { t }: Voice,
  query: FindQuery,
  { schools }: Pick<Setting, 'schools'>,
): string | null {
  if (query.school) return schools.find((school) => school.id === query.school)?.name ?? t('near.school');
  return query.near ? t('near.point') : null;
}

/** "Reading tutoring and Homework help", or the words that were typed. */
export function whatLabel(voice: Voice, query: FindQuery, { terms }: Pick<Setting, 'terms'>): string | null {
  const named = query.terms.map((term) => terms.label(term, voice.language));
  const what = [...named, ...(query.q ? [voice.t('find.words', { words: query.q })] : [])];
  return what.length > 0 ? sayList(voice, what) : null;
}

/** "within 20 minutes by bus of Cedar Hollow Elementary", "near …"; null without an origin. */
export function whereLabel(voice: Voice, query: FindQuery, setting: Pick<Setting, 'schools'>): string | null {
  const origin = originLabel(voice, query, setting);
  if (origin === null) return null;
  if (query.minutes === null) return voice.t('find.near', { origin });
  return voice.t('find.within', { reach: sayReach(voice, query.minutes, query.mode), origin });
}

/** The filters behind "More", each removable. */
export function activeFilters(voice: Voice, query: FindQuery): ActiveFilter[] {
  const { t } = voice;
  const filters: (ActiveFilter | false)[] = [
    query.openNow && { key: 'openNow', label: t('filter.openNow'), without: { openNow: false } },
    (query.day !== null || query.from !== null || query.to !== null) && {
      key: 'time',
      label: capital(timeLabel(voice, query)),
      without: { day: null, from: null, to: null },
    },
    query.language !== null && {
      key: 'language',
      label: capital(t('filter.inLanguage', { language: sayLanguage(voice, query.language) })),
      without: { language: null },
    },
    query.free && { key: 'free', label: t('filter.free'), without: { free: false } },
    query.places && { key: 'places', label: t('filter.places'), without: { places: false } },
    query.approved && { key: 'approved', label: t('filter.approved'), without: { approved: false } },
    query.grade !== null && {
      key: 'grade',
      label: t('filter.takesGrade', { grade: sayGrade(voice, query.grade) }),
      without: { grade: null },
    },
    query.age !== null && {
      key: 'age',
      label: t('filter.takesAge', { age: query.age }),
      without: { age: null },
    },
  ];
  return filters.filter((filter) => filter !== false);
}

function timeLabel(voice: Voice, { day, from, to }: FindQuery): string {
  const { t } = voice;
  const times =
    from && to
      ? sayClockRange(voice, from, to)
      : from
        ? t('filter.after', { time: sayClock(voice, from) })
        : to
          ? t('filter.before', { time: sayClock(voice, to) })
          : '';
  return t('filter.open', { when: [day ? t(`days.${day}`) : '', times].filter(Boolean).join(' ') });
}

/** The whole question as a sentence, for the count and for print. */
export function describeCount(voice: Voice, query: FindQuery, setting: Setting, total: number): string {
  const { t } = voice;
  const what = whatLabel(voice, query, setting);
  const parts = [
    t('find.count', { n: total }),
    what && t('find.for', { what }),
    whereLabel(voice, query, setting),
  ];
  return parts.filter(Boolean).join(' ');
}

/** "Nothing within 20 minutes by bus of … for …" */
export function describeNothing(voice: Voice, query: FindQuery, setting: Setting): string {
  const what = whatLabel(voice, query, setting);
  const parts = [
    voice.t('find.nothing'),
    what && voice.t('find.for', { what }),
    whereLabel(voice, query, setting),
  ];
  return `${parts.filter(Boolean).join(' ')}.`;
}
