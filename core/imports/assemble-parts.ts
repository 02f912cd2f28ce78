import type { z } from 'zod';
import type {
  Address,
  Attribute,
  Capacity,
  Contact,
  Language,
  Metadata,
  Phone,
  ServiceArea,
} from '../directory/service.ts';
import type { Closure } from '../schedule/closure.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { compact } from './compact.ts';
import { type Assembly, childrenOf, distinct, type Family, type PlacedRow } from './family.ts';
import { keyOf } from './parent-keys.ts';
import { languageCode } from './parse-language.ts';
import type { StagedContact, StagedPhone } from './read-contacts.ts';
import type { StagedCapacity } from './read-parts.ts';
import type { PlainValue, StagedAttribute } from './read-row.ts';

/** The telephones that belong to the record, and those that it points at. */
export function phonesOf(family: Family, assembly: Assembly): Phone[] {
  const own = childrenOf(family, 'phone', assembly);
  return toPhones([...own, ...linkedRows(family, 'phone', own, assembly)], family, assembly);
}

function toPhones(rows: readonly PlacedRow[], family: Family, assembly: Assembly): Phone[] {
  const phones = rows.map((row) => {
    const { languages, languageRefs, ...phone } = row.value as StagedPhone;
    const spoken =
      row.id === undefined
        ? []
        : family.look.childrenOf(keyOf('phone', row.id)).map((child) => child.value as Language);
    const referred = languageRefs.flatMap((ref) => {
      const language = family.look.languageOf(ref);
      if (!language)
        assembly.tell(
          { code: 'dangling-link', field: 'language', value: ref, action: 'left-out' },
          row.place,
        );
      return language ? [language] : [];
    });
    const all = [...spoken, ...referred].map(({ code, name }) => code ?? name);
    return {
      ...phone,
      languages: [...new Set([...languages.map((name) => languageCode(name) ?? name), ...all])],
    };
  });
  return uniqueBy(phones, (phone) => JSON.stringify(phone));
}

/** People to talk to, each with their own telephones. */
export function contactsOf(family: Family, assembly: Assembly): Contact[] {
  const own = childrenOf(family, 'contact', assembly);
  return [...own, ...linkedRows(family, 'contact', own, assembly)].map((row) => {
    const phones =
      row.id === undefined
        ? []
        : family.look.childrenOf(keyOf('contact', row.id)).filter(({ table }) => table === 'phone');
    return {
      ...(row.value as StagedContact),
      phones: toPhones(distinct(phones, keyOf('contact', row.id ?? ''), assembly), family, assembly),
    };
  });
}

export function schedulesOf(
  family: Family,
  assembly: Assembly,
  fits: (row: PlacedRow) => boolean = () => true,
): Schedule[] {
  const own = childrenOf(family, 'schedule', assembly).filter(fits);
  const all = [...own, ...linkedRows(family, 'schedule', own, assembly).filter(fits)];
  return uniqueBy(
    all.flatMap((row) => row.value as Schedule[]),
    (schedule) => JSON.stringify(schedule),
  );
}

/** Undefined where there are none, as records without closures have been stored. */
export function closuresOf(
  family: Family,
  assembly: Assembly,
  fits: (row: PlacedRow) => boolean = () => true,
): { closures?: Closure[] } {
  const rows = childrenOf(family, 'holiday_schedule', assembly).filter(fits);
  return rows.length > 0 ? { closures: rows.map((row) => row.value as Closure) } : {};
}

/** Rows that the record itself points at by id and that are not its children anyway. */
function linkedRows(
  family: Family,
  table: 'phone' | 'contact' | 'schedule',
  own: readonly PlacedRow[],
  assembly: Assembly,
): PlacedRow[] {
  const present = new Set(own.map((row) => row.id));
  return (family.own.links[table] ?? []).flatMap((id) => {
    if (present.has(id)) return [];
    const row = family.look.rowOf(keyOf(table, id));
    if (!row && !family.look.rowOf(keyOf(`void:${table}`, id)))
      assembly.tell(
        { code: 'dangling-link', field: `${table}_id`, value: id, action: 'left-out' },
        family.own.place,
      );
    return row ? [row] : [];
  });
}

export function languagesOf(family: Family, assembly: Assembly): Language[] {
  const inRow = (family.own.value as { languages?: Language[] }).languages ?? [];
  const rows = childrenOf(family, 'language', assembly).map((row) => row.value as Language);
  return uniqueBy([...inRow, ...rows], ({ code, name }) => code ?? name);
}

export function addressesOf(family: Family, assembly: Assembly): Address[] {
  return uniqueBy(
    childrenOf(family, 'address', assembly).map((row) => row.value as Address),
    (address) => JSON.stringify(address),
  );
}

export function serviceAreasOf(family: Family, assembly: Assembly): ServiceArea[] {
  return childrenOf(family, 'service_area', assembly).map((row) => row.value as ServiceArea);
}

/** Free places; a capacity without a unit is of places. */
export function capacitiesOf(family: Family, assembly: Assembly): Capacity[] {
  return childrenOf(family, 'service_capacity', assembly).map((row) => {
    const { unitId, unit, ...capacity } = row.value as StagedCapacity;
    const found =
      unitId === undefined
        ? undefined
        : (family.look.rowOf(keyOf('unit', unitId))?.value as PlainValue | undefined);
    if (unitId !== undefined && !found) {
      assembly.tell(
        { code: 'dangling-link', field: 'unit_id', value: unitId, action: 'left-out' },
        row.place,
      );
    }
    return { unit: found?.text ?? unit ?? 'places', ...capacity };
  });
}

/** The texts of rows that come down to one, such as funding. */
export function plainOf(
  family: Family,
  table:
    | 'funding'
    | 'required_document'
    | 'eligibility'
    | 'payment_accepted'
    | 'organization_identifier'
    | 'url',
  assembly: Assembly,
): PlainValue[] {
  return childrenOf(family, table, assembly).map((row) => row.value as PlainValue);
}

export function metadataOf(family: Family, assembly: Assembly): z.infer<typeof Metadata>[] {
  return childrenOf(family, 'metadata', assembly).map((row) => row.value as z.infer<typeof Metadata>);
}

/** Attributes of the record: columns without a field of ours, and terms that a non-service carries. */
export function attributesOf(family: Family, assembly: Assembly): z.infer<typeof Attribute>[] {
  const rows = childrenOf(family, 'attribute', assembly).map((row) => {
    const { termId, label, value, linkType } = row.value as StagedAttribute;
    const term = termId === undefined ? undefined : family.look.termOf(termId);
    if (termId !== undefined && !term) {
      assembly.tell(
        { code: 'dangling-link', field: 'taxonomy_term_id', value: termId, action: 'left-out' },
        row.place,
      );
    }
    return compact({ label: label ?? term?.term.name, value, linkType });
  });
  const own = family.own.attributes.map(({ termId: _, ...attribute }) => attribute);
  return [...own, ...rows.filter(({ label, value }) => label !== undefined || value !== undefined)];
}

export function labelled(label: string, values: readonly PlainValue[]): z.infer<typeof Attribute>[] {
  return values.map(({ text, beside }) => ({ label: beside ?? label, value: text, linkType: label }));
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const name = key(item);
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}
