export type SortValue = string | number | null;

export interface Sort<Key extends string = string> {
  by: Key;
  descending: boolean;
}

/** A sorted copy; what is not known (null) stays last in both directions, equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => SortValue,
  descending: boolean,
  locale: string,
): Row[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: value(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
      return sign * compare(String(a.value), String(b.value));
    })
    .map(({ row }) => row);
}

/** The same column again turns the order round; another one starts in its natural direction. */
export function nextSort<Key extends string>(sort: Sort<Key>, by: Key, startsDescending: boolean): Sort<Key> {
  return { by, descending: sort.by === by ? !sort.descending : startsDescending };
}
