import type { Person } from '../../api/accounts.ts';

/** Who has all the typed words in name or address, and the role where one is asked for; by name. */
export function findPeople(people: readonly Person[], typed: string, role: string): Person[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return people
    .filter(({ grants }) => role === '' || grants.some((grant) => grant.role === role))
    .filter(({ name, email }) => words.every((word) => plain(`${name} ${email}`).includes(word)))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
