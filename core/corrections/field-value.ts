import {
  type Ages,
  agesOf,
  type StatedEligibility,
  withAges,
  withEligibilityText,
} from './eligibility-fields.ts';

/** A record as it is stored. */
export type DirectoryRecord = Readonly<Record<string, unknown>>;

interface FieldAccess {
  /** The keys of the record that hold it. */
  keys: readonly string[];
  read(record: DirectoryRecord): unknown;
  /** What the keys hold with this value; undefined: nothing. */
  write(record: DirectoryRecord, value: unknown): DirectoryRecord;
}

const statedIn = ({ eligibility }: DirectoryRecord) => (eligibility ?? {}) as StatedEligibility;

/** Fields that are more, or less, than one key of the record. */
const SPECIAL: Readonly<Record<string, FieldAccess>> = {
  point: {
    keys: ['point', 'pointQuality'],
    read: ({ point, pointQuality = 'missing' }) => ({ ...(point ? { point } : {}), pointQuality }),
    write: (_, value) => ({ point: undefined, ...(value as object) }),
  },
  ages: {
    keys: ['eligibility'],
    read: (record) => agesOf(statedIn(record)),
    write: (record, value) => ({ eligibility: withAges(statedIn(record), value as Ages) }),
  },
  eligibilityText: {
    keys: ['eligibility'],
    read: (record) => statedIn(record).description ?? null,
    write: (record, value) => ({
      eligibility: withEligibilityText(statedIn(record), value as string | null),
    }),
  },
};

export function keysOf(field: string): readonly string[] {
  return SPECIAL[field]?.keys ?? [field];
}

/** What a record says in a field; null: nothing. */
export function fieldValue(record: DirectoryRecord, field: string): unknown {
  return SPECIAL[field] ? SPECIAL[field].read(record) : (record[field] ?? null);
}

/** A record that says something else in a field; keys that hold nothing are undefined. */
export function withFieldValue<T extends DirectoryRecord>(record: T, field: string, value: unknown): T {
  const written = SPECIAL[field]?.write(record, value) ?? { [field]: value ?? undefined };
  return { ...record, ...written };
}
