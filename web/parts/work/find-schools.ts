import type { School } from '../../../core/schools/school.ts';

/** Schools whose name, town or address has every word in it, accents and case aside, by name. */
export function findSchools(schools: readonly School[], words: string, locale: string): School[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return schools
    .filter((school) => {
      const text = plain([school.name, school.city, school.address].filter(Boolean).join(' '));
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => compare(a.name, b.name));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
