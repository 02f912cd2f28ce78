import type { Crosswalk } from '../../taxonomy/crosswalk.ts';

/** The name by which a mapping file says that it is of tags: `{ "code": "amenity=library", "to": [...] }`. */
export const OSM_TAXONOMY = 'OpenStreetMap';

/** Keys that say what a thing is. All others say more of it: "sport=soccer" of a pitch, not of a shop. */
const MAIN_KEYS = [
  'amenity',
  'leisure',
  'healthcare',
  'social_facility',
  'community_centre',
  'office',
  'tourism',
  'shop',
  'club',
] as const;

/** Tags that a mapping file knows, and what they are in our taxonomy. */
export type OsmKinds = ReadonlyMap<string, readonly string[]>;

export function osmKinds(crosswalks: readonly Crosswalk[]): OsmKinds {
  const terms = crosswalks
    .filter(({ taxonomy }) => taxonomy.includes(OSM_TAXONOMY))
    .flatMap((crosswalk) => crosswalk.terms);
  return new Map(terms.flatMap(({ code, to }) => (code === undefined ? [] : [[code, to] as const])));
}

export interface KindOfThing {
  /** `service`: something for people; `known`: looked at, and none of ours; `unknown`: nobody has said. */
  is: 'service' | 'known' | 'unknown';
  /** Its tags that the mapping files know. */
  codes: string[];
  /** What it is, as it is tagged; of a thing with none of the main keys the first key that it has. */
  word: string;
}

export function kindOf(tags: ReadonlyMap<string, string>, kinds: OsmKinds): KindOfThing {
  const codes = [...tags].flatMap(([key, value]) => codesOf(key, value));
  const known = codes.filter((code) => kinds.has(code));
  const main = MAIN_KEYS.flatMap((key) => codesOf(key, tags.get(key) ?? ''));
  const isService = main.some((code) => (kinds.get(code) ?? []).length > 0);
  const isKnown = main.some((code) => kinds.has(code));
  return {
    is: isService ? 'service' : isKnown ? 'known' : 'unknown',
    codes: known,
    word: main[0] ?? `${[...tags.keys()][0] ?? ''}=*`,
  };
}

/** Several values of one key are parted by semicolons. */
function codesOf(key: string, value: string): string[] {
  return value
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `${key}=${part}`);
}
