import { cellToLatLng } from 'h3-js';
import type { GapRow } from '../../../core/gaps/gap.ts';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import type { Group } from '../../../core/privacy/home-count.ts';
import type { GapWorld } from './gap-world.ts';

/** Gaps once more, plainly: each row filters all groups again, and each asks every offer. */
export function gapsNaively(input: GapWorld) {
  const { params, taxonomy, travel, counts } = input;
  const ofNeed = params.demand === 'need';
  const wanted = (term: string) => taxonomy.lineage(term).some((above) => params.terms.includes(above));
  const offers = input.offers.filter(
    ({ point, confidentiality, terms }) => point && confidentiality === 'public' && terms.some(wanted),
  );

  function pointOf(schoolId: string | undefined): Position | undefined {
    return input.schools.find(({ id }) => id === schoolId)?.point?.coordinates;
  }

  function placeOf({ schoolId, cell }: Group): Position | undefined {
    return cell ? centerOf(cell) : pointOf(schoolId);
  }

  function isNear(at: Position): boolean {
    return ways(at).some(({ minutes }) => minutes <= params.minutes);
  }

  function ways(from: Position) {
    const { overheadMinutes, detour, speedKmh } = travel[params.mode];
    return offers
      .map(({ id, point }) => {
        const km = greatCircleKm(from, point!.coordinates);
        return { id, minutes: overheadMinutes + ((km * detour) / speedKmh) * 60 };
      })
      .sort((a, b) => a.minutes - b.minutes || (a.id < b.id ? -1 : 1));
  }

  function told(schoolId: string, kind: string, term: string): number | undefined {
    return counts.needs.find((n) => n.told && n.schoolId === schoolId && n.id === `${kind} ${term}`)
      ?.students;
  }

  /** Of the school's students, or of those of them with a need. */
  function tallyOf(groups: Group[], schoolId?: string): [students: number, covered: number] | null {
    const students = groups.reduce((sum, group) => sum + group.students, 0);
    const covered = groups
      .filter((group) => isNear(placeOf(group)!))
      .reduce((sum, group) => sum + group.students, 0);
    if (!ofNeed || schoolId === undefined) return students === 0 ? null : [students, covered];
    const needing = told(schoolId, 'students', params.terms[0]!);
    const at = pointOf(schoolId);
    return needing === undefined || !at ? null : [needing, isNear(at) ? needing : 0];
  }

  function topTerms(): string[] {
    return [...new Set(params.terms)].filter(
      (term) => !params.terms.some((other) => other !== term && taxonomy.within(other).includes(term)),
    );
  }

  function unmetOf(schoolId: string): number | null | undefined {
    if (!counts.matched) return null;
    if (counts.emptySchools.includes(schoolId)) return 0;
    const figures = topTerms().map((term) => told(schoolId, 'unmet', term));
    return figures.includes(undefined) ? undefined : figures.reduce<number>((sum, n) => sum + n!, 0);
  }

  function row(
    named: { id: string; name?: string },
    tally: [number, number] | null,
    unmet: number | null | undefined,
    at?: Position,
  ): GapRow {
    const nearest = at && ways(at)[0];
    const [students, covered] = tally ?? [null, null];
    const few = covered !== null && covered < 10;
    const most = covered !== null && students - covered < 10;
    const isTold = covered !== null && (students === 0 || (!few && !most));
    return {
      ...named,
      students,
      covered: isTold ? covered : null,
      share: isTold && students > 0 ? covered / students : null,
      end: students! < 19 || few === most ? null : few ? 'few' : 'most',
      unmet: unmet ?? null,
      nearestMinutes: nearest ? Math.round(nearest.minutes * 10) / 10 : null,
      nearestOfferId: nearest?.id ?? null,
      hidden: !isTold || unmet === undefined,
    };
  }

  const counted = counts.groups.filter((group) => placeOf(group) !== undefined);
  const bySchool = [...input.schools]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, point, name }) => {
      const groups = counted.filter(({ schoolId }) => schoolId === id);
      const tally: [number, number] | null = counts.emptySchools.includes(id) ? [0, 0] : tallyOf(groups, id);
      return row({ id, name }, tally, unmetOf(id), point?.coordinates);
    });
  const cells = [...new Set(counted.map(({ cell }) => cell))].filter((cell) => cell !== null).sort();
  return {
    params,
    total: row({ id: 'total' }, totalOf(), totalUnmet()),
    bySchool,
    byCell: ofNeed ? [] : cells.map(rowOfCell),
    offers: offers.length,
    countedOn: counts.countedOn,
    threshold: 10,
  };

  function rowOfCell(id: string): GapRow {
    return row({ id }, tallyOf(counted.filter(({ cell }) => cell === id)), null, centerOf(id));
  }

  function totalOf(): [number, number] | null {
    const together = ofNeed ? told('*', 'students', params.terms[0]!) : undefined;
    const everybody = tallyOf(counted);
    if (together !== undefined && everybody) {
      return [together, Math.round((together * everybody[1]) / everybody[0])];
    }
    const schoolIds = [...new Set(counted.map(({ schoolId }) => schoolId))];
    const tallies = schoolIds.map((id) =>
      tallyOf(
        counted.filter(({ schoolId }) => schoolId === id),
        id,
      ),
    );
    const sum = tallies.reduce<[number, number]>(
      ([n, c], tally) => [n + (tally?.[0] ?? 0), c + (tally?.[1] ?? 0)],
      [0, 0],
    );
    return sum[0] > 0 || input.schools.every(({ id }) => counts.emptySchools.includes(id)) ? sum : null;
  }

  function totalUnmet(): number | null | undefined {
    if (!counts.matched) return null;
    let sum = 0;
    for (const term of topTerms()) {
      const figures = input.schools.map(({ id }) => told(id, 'unmet', term)).filter((n) => n !== undefined);
      const together = told('*', 'unmet', term);
      if (figures.length === 0 && together === undefined) return undefined;
      sum += together ?? figures.reduce((all, n) => all + n, 0);
    }
    return sum;
  }
}

function centerOf(cell: string): Position {
  const [lat, lon] = cellToLatLng(cell);
  return [lon, lat];
}
