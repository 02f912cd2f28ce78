import { pairId } from '../pair-id.ts';
import { flatIds, plainId } from './flat-ids.ts';
import type { FlatRow } from './flat-row.ts';
import { rowHours } from './row-hours.ts';
import { rowPhones } from './row-phones.ts';
import { rowTerms } from './row-terms.ts';
import { hasOwnPlace, type Level, levelOf, type TableLevels } from './table-levels.ts';
import {
  OF_ADDRESS,
  OF_AGENCY,
  OF_LOCATION,
  OF_MAILING,
  OF_ORGANIZATION,
  OF_SERVICE,
  OF_SITE,
  type TablePart,
  tablePart,
} from './table-part.ts';

export interface RowContext {
  levels: TableLevels;
  /** Our terms that all rows have, parted by semicolons. */
  everyTerm: string;
}

/** The rows of HSDS that one row of a table of services tells. */
export function readDirectoryRow(row: FlatRow, context: RowContext): TablePart[] {
  const level = levelOf(row.cell('level'));
  return level && row.cell('id') ? leveled(row, level, context) : plain(row, context);
}

/** A service with its organization and its place. */
function plain(row: FlatRow, { everyTerm }: RowContext): TablePart[] {
  const ids = flatIds(row);
  const name = row.cell('organization_name') || row.cell('service_name');
  const isNumbered = row.cell('id') !== '';
  const organization = tablePart('organization', row, OF_ORGANIZATION, { id: ids.organization, name });
  const parts = [organization];
  if (ids.location) {
    // An organization that all rows have in common names none of its places: its libraries do.
    const called =
      row.cell('location_name') || row.own('organization_name') || row.cell('service_name') || name;
    parts.push(
      ...placeParts(row, OF_LOCATION, { id: ids.location, organization_id: ids.organization, name: called }),
    );
  }
  const links = { organization_id: ids.organization, name: row.cell('service_name') || name };
  parts.push(...serviceParts(row, { id: ids.service, ...links }, everyTerm, isNumbered));
  return [...parts, ...hereParts(row, ids.service, ids.location)];
}

/** A service at a place with its hours and telephones; those of a service without a place are its own. */
function hereParts(row: FlatRow, service: string, location: string): TablePart[] {
  if (!location) return [...rowPhones(row, 'service_id', service), ...rowHours(row, 'service_id', service)];
  const id = pairId(service, location);
  return [
    linkPart(row, service, location),
    ...rowPhones(row, 'service_at_location_id', id),
    ...rowHours(row, 'service_at_location_id', id),
  ];
}

function linkPart(row: FlatRow, service: string, location: string): TablePart {
  return tablePart('service_at_location', row, {}, { service_id: service, location_id: location });
}

/** The organization that a row belongs to, where one is known. */
type Owner = { organization_id?: string };

function leveled(row: FlatRow, level: Level, { levels, everyTerm }: RowContext): TablePart[] {
  const id = plainId(row.cell('id'));
  const agency = level === 'agency' ? id : levels.agencyOf(plainId(row.cell('parent_id')));
  const owner = { ...(agency && { organization_id: agency }) };
  const above = level === 'agency' || !agency || levels.has(agency) ? [] : missingAgency(row, agency);
  if (level === 'program-at-site') return [...above, ...programAtSite(row, levels, owner)];
  if (level === 'program') return [...above, ...programParts(row, levels, owner, everyTerm)];
  const hasPlace = level === 'site' || hasOwnPlace(row);
  const organization = level === 'agency' ? [tablePart('organization', row, OF_AGENCY, { id }, true)] : [];
  const place = hasPlace
    ? [...placeParts(row, OF_SITE, { id, ...owner }), ...rowHours(row, 'location_id', id)]
    : [];
  const phones = rowPhones(row, level === 'agency' ? 'organization_id' : 'location_id', id);
  const isService = row.cell('terms') + row.cell('term_codes') !== '' && !levels.hasPrograms(id);
  const service = isService ? serviceParts(row, { id, ...owner }, everyTerm, false) : [];
  const here = isService && hasPlace ? [linkPart(row, id, id)] : [];
  return [...above, ...organization, ...place, ...phones, ...service, ...here];
}

/** A program with where it is given: at the site that it names or stands under, at its own address, or with its agency. */
function programParts(row: FlatRow, levels: TableLevels, owner: Owner, everyTerm: string): TablePart[] {
  const id = plainId(row.cell('id'));
  const parent = plainId(row.cell('parent_id'));
  const site = plainId(row.cell('site_id')) || (levels.isSite(parent) ? parent : '');
  const isOwn = !site && hasOwnPlace(row);
  const name = row.cell('location_name') || row.cell('organization_name') || row.cell('service_name');
  return [
    ...serviceParts(row, { id, ...owner }, everyTerm, true),
    ...(isOwn ? placeParts(row, OF_LOCATION, { id, ...owner, ...(name && { name }) }) : []),
    ...hereParts(row, id, site || (isOwn ? id : levels.placeAbove(parent))),
  ];
}

/** iCarol's "program at site": one service at one of its places, with what is said of it there. */
function programAtSite(row: FlatRow, levels: TableLevels, owner: Owner): TablePart[] {
  const [program, site] = [plainId(row.cell('program_id')), plainId(row.cell('site_id'))];
  if (!program || !site) return [];
  const place = levels.has(site) ? [] : placeParts(row, OF_LOCATION, { id: site, ...owner });
  return [...place, ...hereParts(row, program, site)];
}

/** An agency that only its name is known of, because it has no row in the table. */
function missingAgency(row: FlatRow, id: string): TablePart[] {
  return row.cell('organization_name') ? [tablePart('organization', row, OF_ORGANIZATION, { id })] : [];
}

function placeParts(row: FlatRow, taken: typeof OF_LOCATION, given: Record<string, string>): TablePart[] {
  const secret = row.says('address_private') ? { confidentiality: 'partial' } : {};
  const parts = [tablePart('location', row, taken, { ...given, ...secret })];
  const link = { location_id: given.id! };
  if (isSaid(row, OF_ADDRESS))
    parts.push(tablePart('address', row, OF_ADDRESS, { ...link, address_type: 'physical' }));
  if (isSaid(row, OF_MAILING) && !row.says('mailing_private'))
    parts.push(tablePart('address', row, OF_MAILING, { ...link, address_type: 'postal' }));
  return parts;
}

function isSaid(row: FlatRow, taken: typeof OF_LOCATION): boolean {
  return Object.entries(taken).some(([name, field]) => name !== 'country' && row.cell(field) !== '');
}

function serviceParts(
  row: FlatRow,
  given: Record<string, string>,
  everyTerm: string,
  own: boolean,
): TablePart[] {
  const terms = rowTerms(row, everyTerm);
  const status = statusOf(row.cell('status'));
  const said = { ...given, ...(status && { status }), ...(terms.ids && { taxonomy_ids: terms.ids }) };
  return [...terms.parts, tablePart('service', row, OF_SERVICE, said, own)];
}

/** Other words for the states that HSDS knows. */
function statusOf(text: string): string | undefined {
  if (/^(?:open|operating|yes)$/i.test(text)) return 'active';
  if (/^active\b/i.test(text)) return 'active';
  return /^(?:closed|not active|no)$/i.test(text) ? 'inactive' : undefined;
}
