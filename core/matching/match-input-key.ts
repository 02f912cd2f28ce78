import { mergeSpans } from '../schedule/weekly-spans.ts';
import type { Circumstances } from '../students/circumstances.ts';
import type { MatchStudent } from './match-input.ts';
import { wishesOf } from './wishes.ts';

/**
 * Canonical text of everything by which a student's matches differ from another's, whatever the order of its
 * lists. Two students with the same key have the same wishes and matches; their ids are not in it.
 */
export function matchInputKey(student: MatchStudent): string {
  return JSON.stringify([
    student.schoolId,
    student.grade,
    student.birthMonth ?? null,
    sortedSet(student.languages),
    wishesOf(student).map(({ kind, term, weight }) => [kind, term, weight]),
    mergeSpans(student.freeTimes).map(({ day, from, to }) => [day, from, to]),
    sortedSet(student.travelModes),
    student.homeCell ?? null,
    sortedSet(student.knownOrganizationIds ?? []),
    circumstancesKey(student.circumstances ?? {}),
  ]);
}

function circumstancesKey({ gender, incomeBand, programs = {}, attributes = {} }: Circumstances): unknown[] {
  return [
    gender ?? null,
    incomeBand?.minimumFpl ?? null,
    incomeBand?.maximumFpl ?? null,
    sortedEntries(programs),
    sortedEntries(attributes),
  ];
}

function sortedEntries<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

function sortedSet(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
