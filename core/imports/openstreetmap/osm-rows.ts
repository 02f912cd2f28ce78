import { CREDIT_LABEL } from '../../directory/credits.ts';
import { normalName } from '../../taxonomy/crosswalk.ts';
import { ATTRIBUTION, pageOf } from './attribution.ts';
import type { OsmElement } from './osm-element.ts';
import { osmHours } from './osm-hours.ts';
import { OSM_TAXONOMY } from './osm-kinds.ts';
import { osmAddress, osmFees, osmLanguages, osmPhones, wheelchairWords } from './osm-parts.ts';
import { type OsmRow, osmRow } from './osm-row.ts';
import { tagReader } from './osm-tags.ts';

/**
 * One thing of the map as an organization, a place, a service and the service at the place. Who runs it (`operator`) is
 * the organization of all that it runs; what nobody is said to run is its own. `codes` are the tags that say what it is.
 */
export function osmRows(
  { id: number, tags, point, timestamp }: OsmElement,
  codes: readonly string[],
): OsmRow[] {
  const tag = tagReader(tags);
  const id = `osm:${number}`;
  const name = tag.first('name', 'official_name', 'name:en', 'brand');
  const other = tag.first('alt_name', 'short_name');
  const website = tag.first('website', 'contact:website', 'url');
  const email = tag.first('email', 'contact:email');
  const operator = tag.first('operator');
  const owner = operator ? `osm:operator/${slug(operator)}` : id;
  const [longitude = '', latitude = ''] = point?.map(String) ?? [];
  const parts = [
    ...osmPhones(tag, id),
    ...osmHours(tag, id),
    ...osmAddress(tag, id),
    ...wheelchairWords(tag).map((description) => osmRow('accessibility', { location_id: id, description })),
    ...codes.map((code) => osmRow('taxonomy_term', { id: code, code, name: code, taxonomy: OSM_TAXONOMY })),
  ];
  const service = {
    id,
    organization_id: owner,
    name,
    alternate_name: other,
    description: tag.first('description', 'description:en'),
    url: website,
    email,
    languages: osmLanguages(tags, tag),
    fees: osmFees(tag),
    minimum_age: tag.first('min_age'),
    maximum_age: tag.first('max_age'),
    eligibility_description: tag.first('social_facility:for').replaceAll(';', ', '),
    assured_date: tag.first('check_date'),
    last_modified: timestamp ?? '',
    taxonomy_ids: codes.join(','),
  };
  const place = { id, organization_id: owner, name, longitude, latitude };
  const own = operator ? {} : { alternate_name: other, website, email };
  return [
    marked(osmRow('organization', { id: owner, name: operator || name, ...own })),
    marked(osmRow('location', place)),
    marked(osmRow('service', service, { url: 'website', fees: 'charge' }), [
      ...tag.rest().filter(({ name: key, value }) => !isCounted(key, value, codes)),
      { name: 'openstreetmap', value: pageOf(number) },
    ]),
    osmRow('service_at_location', { service_id: id, location_id: id }),
    ...parts,
  ];
}

/** The licence (ODbL 1.0, 4.3) asks that whoever sees a record sees where it comes from. */
function marked({ source, ...row }: OsmRow, extra: { name: string; value: string }[] = []): OsmRow {
  const isShared = source.table === 'organization';
  const attribution = { name: CREDIT_LABEL, value: ATTRIBUTION };
  return { ...row, source: { ...source, extra: [...extra, attribution], embedded: isShared } };
}

/** Whether all that a tag says is among the kinds of the thing. */
function isCounted(key: string, value: string, codes: readonly string[]): boolean {
  return value.split(';').every((part) => codes.includes(`${key}=${part.trim()}`));
}

function slug(text: string): string {
  return (normalName(text).replaceAll(' ', '-') || encodeURIComponent(text)).slice(0, 120);
}
