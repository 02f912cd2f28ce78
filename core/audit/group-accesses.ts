import type { Access, Person } from './access-record.ts';

/** What one person did on one day, for one reason. */
export interface PersonDay {
  who: Person;
  why: string | undefined;
  actions: { action: Access['action']; count: number }[];
  /** The last and the first moment, as in `at`. */
  from: string;
  to: string;
}

export interface AccessDay {
  day: string;
  people: PersonDay[];
}

/** Accesses, the newest first, put together for reading: by day, then by person and reason. */
export function groupAccesses(accesses: readonly Access[], dayOf: (at: string) => string): AccessDay[] {
  const days = new Map<string, Map<string, PersonDay>>();
  for (const access of accesses) {
    const day = entry(days, dayOf(access.at), () => new Map<string, PersonDay>());
    const { who, why, at } = access;
    const whose = JSON.stringify([who.kind, who.accountId, who.viewedBy, who.roles, why]);
    const group = entry(day, whose, () => ({ who, why, actions: [], from: at, to: at }));
    group.from = at < group.from ? at : group.from;
    group.to = at > group.to ? at : group.to;
    count(group, access.action);
  }
  return [...days].map(([day, people]) => ({ day, people: [...people.values()] }));
}

function count({ actions }: PersonDay, action: Access['action']): void {
  const known = actions.find((one) => one.action === action);
  if (known) known.count += 1;
  else actions.push({ action, count: 1 });
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
