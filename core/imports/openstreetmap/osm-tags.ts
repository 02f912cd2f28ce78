/** What the tags of a thing say in the words of HSDS; what says nothing is empty. */
export interface TagReader {
  /** The value of the first of these keys that has one. */
  first(...keys: string[]): string;
  /** All tags that nobody has asked for, in their order. */
  rest(): { name: string; value: string }[];
}

/** Of the making of the map, not of the thing. */
const ABOUT_THE_MAP =
  /^(?:source|created_by|attribution|fixme|note|todo|import|tiger:|gnis:|building|roof:|height$|layer$|ele$|area$|type$)/i;

export function tagReader(tags: ReadonlyMap<string, string>): TagReader {
  const asked = new Set<string>();
  return {
    first(...keys) {
      for (const key of keys) asked.add(key);
      return keys.map((key) => tags.get(key) ?? '').find(Boolean) ?? '';
    },
    rest: () =>
      [...tags]
        .filter(([name, value]) => value && !asked.has(name) && !ABOUT_THE_MAP.test(name))
        .map(([name, value]) => ({ name, value })),
  };
}
