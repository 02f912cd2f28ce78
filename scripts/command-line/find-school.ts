import type { School } from '../../core/schools/school.ts';
import { Refusal } from '../start/refusal.ts';

/** The school of this id or name, or the only one with this in its name. @throws Refusal with the names to choose from */
export function findSchool(schools: readonly School[], asked: string): School {
  const wanted = asked.toLowerCase();
  const named = schools.filter(({ id, name }) => id === asked || name.toLowerCase() === wanted);
  // A whole name counts before a part of one: "Oak" must be sayable where there is an "Oak Hill" too.
  const found = named.length > 0 ? named : schools.filter(({ name }) => name.toLowerCase().includes(wanted));
  const [school] = found;
  if (school && found.length === 1) return school;
  const names = (found.length > 0 ? found : schools).map(({ name }) => `  ${name}`).join('\n');
  throw new Refusal(`${found.length > 0 ? 'Several schools fit' : 'No school fits'} "${asked}":\n${names}`);
}
