import { type Conference, type ConferenceEdit, type ConferenceList, MOST_OF } from './conference.ts';

export type EditFault = 'changed' | 'too-many' | 'empty';

type Edited = Pick<Conference, ConferenceList>;

/**
 * A conference after an edit, or why it cannot be made: somebody has changed the item since it was seen, there are too
 * many, or an item of the agenda would say nothing. An edit that is there already changes nothing, so it can be sent twice.
 */
export function editConference(before: Conference, edit: ConferenceEdit): Edited | EditFault {
  const version = before.version + 1;
  const { list, id } = edit;
  const now = before[list].find((item) => item.id === id);
  if (isThere(now, edit)) return before;
  if ((now?.version ?? 0) !== edit.saw) return 'changed';
  if (edit.to === null) return { ...listsOf(before), [list]: before[list].filter((item) => item.id !== id) };
  if (!now && before[list].length >= MOST_OF[list]) return 'too-many';
  const item = itemOf(before, edit, version);
  if (item === undefined) return 'empty';
  const items = now ? before[list].map((one) => (one.id === id ? item : one)) : [...before[list], item];
  return { ...listsOf(before), [list]: items };
}

function itemOf(before: Conference, edit: ConferenceEdit, version: number) {
  const { id, list, to } = edit;
  if (list !== 'agenda') return { id, version, ...to };
  const now = before.agenda.find((item) => item.id === id);
  const begun = now ?? { id, kind: 'own' as const, text: '', detail: '', notes: '' };
  // What the plan or a referral says stays in their words.
  const text = begun.kind === 'own' ? (to?.text ?? begun.text) : begun.text;
  if (begun.kind === 'own' && text === '') return undefined;
  return { ...begun, text, notes: to?.notes ?? begun.notes, version };
}

function isThere(now: object | undefined, { to }: ConferenceEdit): boolean {
  if (to === null || !now) return to === null && !now;
  const is = new Map<string, unknown>(Object.entries(now));
  return Object.entries(to).every(([part, value]) => value === undefined || is.get(part) === value);
}

function listsOf({ agenda, decisions, people }: Conference): Edited {
  return { agenda, decisions, people };
}
