import fc from 'fast-check';
import { aLocation, anOrganization, aPlace, aService } from '../../core/directory/records.ts';
import { id } from '../hsds/odd-records.ts';

/** What people and programs write that a file may not lose: quotes, line breaks, formulas, markup, words for nothing. */
const PIECES = [
  '"',
  '""',
  "'",
  "'=1",
  '=1+1',
  '+1',
  '-',
  '@x',
  ',',
  ';',
  '\n',
  '\n\n\n',
  '\r\n',
  '\\n',
  '\t',
  ' ',
  'a',
  'ñ',
  'n\u0303',
  '\u{1F331}',
  '&amp;lt;b&gt;',
  '<b>bold</b>',
  'n/a',
  'NULL',
  '#REF!',
  '{"a":[]}',
  '1e3',
];

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));
/** A name needs something to go by. */
const name = text.map((odd) => `N${odd}`);

/** Records in which every text is odd, always the same ones. */
export function oddTexts() {
  const made = fc.sample(fc.array(text, { minLength: 30, maxLength: 30 }), { numRuns: 12, seed: 7 });
  const [named] = fc.sample(fc.array(name, { minLength: 12, maxLength: 12 }), { numRuns: 1, seed: 8 });
  const of = made.map((texts, n) => recordsWith(`odd-text-${n}`, texts, named![n]!));
  return {
    organizations: of.map(({ organization }) => organization),
    services: of.map(({ service }) => service),
    locations: of.map(({ location }) => location),
    services_at_locations: of.map(({ place }) => place),
  };
}

function recordsWith(
  key: string,
  [a, b, c, d, e, f, g, h, i, j, k, l, ...more]: readonly string[],
  title: string,
) {
  const [organizationId, serviceId, locationId] = [id(`${key} o`), id(`${key} s`), id(`${key} l`)];
  const attributes = [{ label: 'note', value: a, linkType: 'source-field' }];
  return {
    organization: anOrganization({
      id: organizationId,
      name: title,
      alternateName: b!,
      description: c!,
      legalStatus: d!,
      programs: [{ id: id(`${key} p`), name: title, description: e! }],
      attributes,
    }),
    service: aService({
      id: serviceId,
      organizationId,
      programId: id(`${key} p`),
      name: title,
      alternateName: f!,
      description: g!,
      applicationProcess: h!,
      feesDescription: i!,
      waitTime: j!,
      accreditations: k!,
      licenses: l!,
      alert: more[0]!,
      interpretationServices: more[1]!,
      eligibility: { description: more[2]! },
      funding: [{ source: more[3]! }],
      requiredDocuments: [{ document: more[4]! }],
      costOptions: [{ option: more[5]!, amountDescription: more[6]! }],
      serviceAreas: [{ name: more[7]!, description: more[8]! }],
      contacts: [{ name: more[9]!, title: more[10]!, department: more[11]!, phones: [] }],
      attributes,
    }),
    location: aLocation({
      id: locationId,
      organizationId,
      name: title,
      alternateName: more[12]!,
      description: more[13]!,
      transportation: more[14]!,
      addresses: [{ attention: more[15]!, address1: `1 ${more[16]}`, city: `C${more[17]}` }],
      attributes,
    }),
    place: aPlace({ id: id(`${key} a`), serviceId, locationId, description: a!, attributes }),
  };
}
