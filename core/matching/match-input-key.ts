import { mergeSpans } from '../schedule/weekly-spans.ts';
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
  ]);
}

function sortedSet(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
