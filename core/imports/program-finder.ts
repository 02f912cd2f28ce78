import type { ProgramWord } from '../eligibility/eligibility-words.ts';
import { normalName } from '../taxonomy/crosswalk.ts';

export type FindProgram = (name: string) => string | undefined;

/** Finds a program by its id, its label in either language or another name that files give it. */
export function createProgramFinder(programs: readonly ProgramWord[]): FindProgram {
  const ids = new Map<string, string>();
  for (const { id, label, names } of programs)
    for (const name of [id, label.en, label.es, ...names]) ids.set(normalName(name), id);
  return (name) => ids.get(normalName(name));
}
