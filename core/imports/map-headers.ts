import { type HsdsTable, TABLE_NAMES, type TableRule, tableRule } from './hsds-tables.ts';

export interface HeaderMap {
  /** Canonical field of each column, by position; undefined where none takes it. */
  fields: (string | undefined)[];
  /** The columns that no field takes, by position and as the file writes them. */
  unknown: { index: number; header: string }[];
}

/** "Alternate Name", "alternateName" and "alternate-name" are one header: alternate_name. */
export function normalizeHeader(header: string): string {
  return header
    .replace(/^\ufeff/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

/**
 * Gives each column its field: by its own name first, then by other names in the order of the rule, then without the
 * table's prefix. No field is given twice: of two columns for one field the better name wins.
 */
export function mapHeaders(
  headers: readonly string[],
  rule: Pick<TableRule, 'fields' | 'prefixes' | 'idFrom'>,
): HeaderMap {
  const names = headers.map(normalizeHeader);
  const fields = new Array<string | undefined>(headers.length).fill(undefined);
  const taken = new Set<string>();
  const claim = (field: string, matches: (name: string) => boolean): void => {
    if (taken.has(field)) return;
    const index = names.findIndex((name, at) => fields[at] === undefined && name !== '' && matches(name));
    if (index < 0) return;
    fields[index] = field;
    taken.add(field);
  };
  const entries = Object.entries(rule.fields);
  for (const [field] of entries) claim(field, (name) => name === field);
  // "service_id" in a table of services is its id; elsewhere it is a link and was claimed above.
  for (const prefix of rule.prefixes) {
    for (const [field] of entries) claim(field, (name) => name === prefix + field);
  }
  for (const [field, aliases] of entries) {
    for (const alias of aliases) {
      claim(field, (name) => name === alias || rule.prefixes.some((prefix) => name === prefix + alias));
    }
  }
  const stand = rule.idFrom === undefined || taken.has('id') ? -1 : fields.indexOf(rule.idFrom);
  if (stand >= 0) fields[stand] = 'id';
  const unknown = headers
    .map((header, index) => ({ index, header }))
    .filter(({ index }) => fields[index] === undefined && names[index] !== '');
  return { fields, unknown };
}

/** The table that a file's own name says, such as "HSDS_regular-schedules.csv". */
export function tableByName(name: string): HsdsTable[] {
  const stem = normalizeHeader(name.replace(/^.*[/\\]/, '').replace(/\.[a-z]{2,7}$/i, ''))
    .replace(/^hsds_?\d*_/, '')
    .replace(/_(?:list|full|data|package|export)$/, '');
  return TABLE_NAMES.filter((table) => tableRule(table).names.includes(stem));
}

/**
 * The table that columns make up. The file's name decides among those whose columns fit; without a telling name the
 * table that most columns belong to. Undefined where no table explains at least half of the columns and two of them.
 */
export function guessTable(headers: readonly string[], fileName: string): HsdsTable | undefined {
  const named = tableByName(fileName);
  const scored = TABLE_NAMES.map((table) => ({ table, score: score(headers, table, named.includes(table)) }));
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left));
  return best.score > 0 ? best.table : undefined;
}

function score(headers: readonly string[], table: HsdsTable, named: boolean): number {
  const { fields, unknown } = mapHeaders(headers, tableRule(table));
  const known = fields.filter(Boolean).length;
  const share = known / Math.max(1, known + unknown.length);
  if (named) return known >= 2 ? 10 + share : 0;
  return known >= 2 && share >= 0.5 ? share + known / 100 : 0;
}
