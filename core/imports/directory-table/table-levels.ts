import { plainId } from './flat-ids.ts';
import type { FlatRow } from './flat-row.ts';

/** What a row is in a table that holds agencies, their sites and their programs one beneath the other. */
export type Level = 'agency' | 'site' | 'program' | 'program-at-site';

export function levelOf(text: string): Level | undefined {
  const words = text.toLowerCase();
  if (/(?:program|service)\s*(?:at|@)\s*(?:site|location)/.test(words)) return 'program-at-site';
  if (/program|service/.test(words)) return 'program';
  if (/site|location/.test(words)) return 'site';
  return /agency|organi[sz]ation/.test(words) ? 'agency' : undefined;
}

interface Known {
  level: Level;
  parent: string;
  hasPlace: boolean;
}

/** Which row stands under which, for as much as every row has to know of others. */
export class TableLevels {
  private readonly rows = new Map<string, Known>();
  private readonly parentsOfPrograms = new Set<string>();

  add(row: FlatRow): void {
    const [id, level] = [plainId(row.cell('id')), levelOf(row.cell('level'))];
    if (!id || !level) return;
    const parent = plainId(row.cell('parent_id'));
    this.rows.set(id, { level, parent, hasPlace: level === 'site' || hasOwnPlace(row) });
    if (level === 'program' && parent) this.parentsOfPrograms.add(parent);
    if (level === 'program-at-site') this.parentsOfPrograms.add(plainId(row.cell('site_id')));
  }

  has(id: string): boolean {
    return this.rows.has(id);
  }

  isSite(id: string): boolean {
    return this.rows.get(id)?.level === 'site';
  }

  hasPrograms(id: string): boolean {
    return this.parentsOfPrograms.has(id);
  }

  /** The agency at the top; a parent that is not in the table is taken to be one. */
  agencyOf(id: string, depth = 0): string {
    const known = this.rows.get(id);
    if (!known || known.level === 'agency' || !known.parent || depth > 5) return id;
    return this.agencyOf(known.parent, depth + 1);
  }

  /** The place of the nearest row above that has one. */
  placeAbove(id: string, depth = 0): string {
    const known = this.rows.get(id);
    if (!known || depth > 5) return '';
    return known.hasPlace ? id : this.placeAbove(known.parent, depth + 1);
  }
}

export function hasOwnPlace(row: FlatRow): boolean {
  const isPoint = row.cell('latitude') !== '' && row.cell('longitude') !== '';
  return isPoint || ['address_1', 'location_name', 'city'].some((field) => row.cell(field) !== '');
}
