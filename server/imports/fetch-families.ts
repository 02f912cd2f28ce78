import type { Language } from '../../core/directory/service.ts';
import type { Family, LookUp, PlacedRow } from '../../core/imports/family.ts';
import { findingOf } from '../../core/imports/finding.ts';
import { pairKey } from '../../core/imports/pair-id.ts';
import { keyOf } from '../../core/imports/parent-keys.ts';
import type { StagedPhone } from '../../core/imports/read-contacts.ts';
import type { StagedCapacity } from '../../core/imports/read-parts.ts';
import type { PlainValue, StagedAttribute, StagedTerm } from '../../core/imports/read-row.ts';
import type { FindingSink } from './finding-store.ts';
import { MOST_ROWS, type StagedDocument, type Staging } from './staging.ts';

type Index = Map<string, PlacedRow[]>;

/**
 * Gathers what belongs to a batch of records: their parts, the telephones of their contacts, the languages of those,
 * and what they name (terms, taxonomies, units). At most seven look-ups, whatever the batch.
 */
export async function fetchFamilies(
  staging: Staging,
  records: readonly PlacedRow[],
  findings: FindingSink,
): Promise<Family[]> {
  const direct = await staging.withParents(records.flatMap(keysOf));
  const linked = await staging.withKeys(records.flatMap(linkedKeys));
  const second = await staging.withParents([...direct, ...linked].flatMap(keyOfPart));
  if (Math.max(direct.length, second.length) >= MOST_ROWS && records.length > 1) {
    const middle = Math.ceil(records.length / 2);
    const first = await fetchFamilies(staging, records.slice(0, middle), findings);
    return [...first, ...(await fetchFamilies(staging, records.slice(middle), findings))];
  }
  if (direct.length >= MOST_ROWS) await tellTooMany(staging, records[0]!, direct.at(-1)!.n, findings);
  const third = await staging.withParents(second.flatMap(keyOfPart));
  const rows = [...direct, ...linked, ...second];
  const named = await staging.withKeys([
    ...rows.flatMap(({ row }) => namedKeys(row)),
    ...records.flatMap(namedKeys),
  ]);
  const taxonomies = await staging.withKeys(named.flatMap(taxonomyKeys));
  const look = createLookUp([...direct, ...second, ...third], [...linked, ...named, ...taxonomies]);
  return records.map((own) => {
    const [key, ...others] = keysOf(own);
    const children = [key!, ...others].flatMap((name) => look.childrenOf(name));
    return { own, key: key!, children: [...new Set(children)], look };
  });
}

function keysOf(row: PlacedRow): string[] {
  const key = keyOf(row.table, row.id!);
  if (row.table !== 'service_at_location') return [key];
  return [key, pairKey(row.links.service?.[0] ?? '', row.links.location?.[0] ?? '')];
}

function linkedKeys(row: PlacedRow): string[] {
  return (['phone', 'contact', 'schedule'] as const).flatMap((table) =>
    (row.links[table] ?? []).flatMap((id) => [keyOf(table, id), keyOf(`void:${table}`, id)]),
  );
}

/** What may itself have parts: a contact's telephones, a telephone's languages. */
function keyOfPart({ table, key }: StagedDocument): string[] {
  return key !== undefined && (table === 'contact' || table === 'phone') ? [key] : [];
}

function namedKeys(row: PlacedRow): string[] {
  const terms = [...(row.links.taxonomy_term ?? [])];
  const keys: string[] = [];
  if (row.table === 'attribute')
    terms.push(...[(row.value as StagedAttribute).termId].filter((id) => id !== undefined));
  if (row.table === 'phone')
    keys.push(...(row.value as StagedPhone).languageRefs.map((ref) => keyOf('language_record', ref)));
  if (row.table === 'service_capacity') keys.push(keyOf('unit', (row.value as StagedCapacity).unitId ?? ''));
  keys.push(...(row.links.program ?? []).map((id) => keyOf('program', id)));
  return [...keys, ...terms.flatMap((id) => [keyOf('taxonomy_term', id), keyOf('taxonomy_term_type', id)])];
}

function taxonomyKeys({ table, row }: StagedDocument): string[] {
  if (table === 'taxonomy_term_type') return [keyOf('taxonomy', (row.value as PlainValue).text)];
  if (table !== 'taxonomy_term') return [];
  const { taxonomy, taxonomyId } = row.value as StagedTerm;
  return [taxonomy, taxonomyId].filter((id) => id !== undefined).map((id) => keyOf('taxonomy', id));
}

function createLookUp(children: readonly StagedDocument[], keyed: readonly StagedDocument[]): LookUp {
  const byParent: Index = new Map();
  // One row may have been found under two of its parents, on two errands.
  const distinct = new Map(children.map((document) => [document.n, document]));
  for (const { parents, row } of distinct.values()) for (const parent of parents) push(byParent, parent, row);
  const byKey = new Map<string, PlacedRow>();
  for (const { key, row } of [...keyed, ...children])
    if (key !== undefined && !byKey.has(key)) byKey.set(key, row);
  const plain = (key: string): string | undefined => (byKey.get(key)?.value as PlainValue | undefined)?.text;
  return {
    childrenOf: (key) => byParent.get(key) ?? [],
    rowOf: (key) => byKey.get(key),
    languageOf: (ref) => byKey.get(keyOf('language_record', ref))?.value as Language | undefined,
    termOf(id) {
      const term = byKey.get(keyOf('taxonomy_term', id))?.value as StagedTerm | undefined;
      if (!term) return undefined;
      const typed = plain(keyOf('taxonomy_term_type', id));
      const ids = [term.taxonomyId, term.taxonomy, typed].filter((name) => name !== undefined);
      const taxonomy = ids.map((name) => plain(keyOf('taxonomy', name))).find(Boolean) ?? term.taxonomy;
      return taxonomy === undefined ? { term } : { term, taxonomy };
    },
  };
}

function push(index: Index, key: string, row: PlacedRow): void {
  const list = index.get(key);
  if (list) list.push(row);
  else index.set(key, [row]);
}

/** A record with more parts than anybody could look through: the rest is told, row by row, and not used. */
async function tellTooMany(
  staging: Staging,
  record: PlacedRow,
  from: number,
  findings: FindingSink,
): Promise<void> {
  for (let after = from; ; ) {
    const more = await staging.withParents(keysOf(record), after);
    for (const { row } of more)
      await findings.add(findingOf({ code: 'too-many', action: 'left-out' }, row.place));
    if (more.length < MOST_ROWS) return;
    after = more.at(-1)!.n;
  }
}
