import type { Location, Service } from '../../../core/directory/service.ts';
import { plain, toWords } from '../../../core/directory/words.ts';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import { weeklyHours } from '../../../core/schedule/weekly-hours.ts';
import { reachKm, type TravelMode } from '../../../core/travel/travel.ts';
import type { Rules } from '../../../server/rules.ts';

export type World = { service: Service; location: Location; id: string }[];
export type Query = Record<string, string | number>;
type Asked = World[number];

/** The naive twin of Find: asks every record, without index, read model or database. Now is Monday, 16:00. */
export function plainFind(world: World, query: Query, { taxonomy, travel }: Rules): World {
  const has = (name: string) => query[name] !== undefined && query[name] !== '0';
  const text = (name: string) => String(query[name]);
  const { minutes } = query;
  const origin = has('near') ? (text('near').split(',').map(Number) as Position) : undefined;
  const rule = travel[(query.mode ?? 'car') as TravelMode];
  const kmTo = (asked: Asked) =>
    isMapped(asked) ? greatCircleKm(origin!, asked.location.point!.coordinates) : 1e9;

  const found = world.filter((asked) => {
    const { service, location } = asked;
    const { minimumAge, maximumAge, minimumGrade, maximumGrade } = service.eligibility;
    const above = service.terms.flatMap((term) => taxonomy.lineage(term));
    const { hours, known } = weeklyHours(service.schedules);
    const open = hours.filter(
      ({ day, from, to }) =>
        (!has('day') || day === query.day) &&
        (!has('to') || from < text('to')) &&
        (!has('from') || to > text('from')),
    );
    const now = hours.some(({ day, from, to }) => day === 'MO' && from <= '16:00' && '16:00' < to);
    const age = Number(query.age);
    const grade = Number(query.grade);
    return (
      (!has('q') ||
        toWords(text('q')).every((word) =>
          wordsOf(asked, above, taxonomy).some((w) => w.startsWith(word)),
        )) &&
      (!has('terms') ||
        text('terms')
          .split(',')
          .some((term) => above.includes(term))) &&
      (!has('kind') || service.kind === query.kind) &&
      (!has('free') || service.feesDescription === 'Free') &&
      (!has('language') ||
        service.languages.some(
          ({ code, name }) => (code ?? (name === 'Spanish' ? 'es' : '')) === query.language,
        )) &&
      (!has('places') || service.capacities[0]?.available !== 0) &&
      (query.age === undefined || (!(minimumAge! >= age + 1) && !(maximumAge! < age))) &&
      (query.grade === undefined || (!(minimumGrade! > grade) && !(maximumGrade! < grade))) &&
      (!has('location') || (location.id === query.location && location.confidentiality === 'public')) &&
      (!known || (!has('day') && !has('from') && !has('to')) || open.length > 0) &&
      (!known || !has('openNow') || now) &&
      (!origin ||
        (isMapped(asked) && (minutes === undefined || kmTo(asked) <= reachKm(Number(minutes), rule))))
    );
  });
  const byTime = origin && query.sort !== 'name';
  const key = ({ service }: Asked) => plain(service.name);
  return found.sort((a, b) => (byTime ? kmTo(a) - kmTo(b) : compare(key(a), key(b))) || compare(a.id, b.id));
}

export function isMapped({ location }: Asked): boolean {
  return location.confidentiality === 'public' && location.point !== undefined;
}

function wordsOf({ service, location }: Asked, above: string[], taxonomy: Rules['taxonomy']): string[] {
  const labels = above.flatMap((id) => {
    const { label, synonyms } = taxonomy.get(id)!;
    return [label.en, label.es, ...synonyms.en, ...synonyms.es];
  });
  const named = location.confidentiality === 'hidden' ? [] : [location.name];
  const town = location.confidentiality === 'public' ? [location.addresses[0]!.city!] : [];
  return toWords([service.name, 'Alder Creek Library', ...named, ...town, ...labels].join(' '));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
