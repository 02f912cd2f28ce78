import { normalName } from '../../taxonomy/crosswalk.ts';

/** Where a school belongs, as far as a row says so. */
export interface SchoolRegion {
  state?: string;
  county?: string;
  /** NCES's number of the district (LEAID). */
  leaId?: string;
  leaName?: string;
}

/** Which schools of a file are wanted; a field that is not there leaves all. `district` is a name or a LEAID. */
export interface WantedSchools {
  state?: string | undefined;
  county?: string | undefined;
  district?: string | undefined;
}

export function regionOf(fields: Readonly<Record<string, string>>): SchoolRegion {
  const said = {
    state: fields.state,
    county: fields.county,
    leaId: fields.lea_id,
    leaName: fields.lea_name,
  };
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text?.trim()));
}

/**
 * Whether a school with this region is wanted. `unsaid`: nothing speaks against it, and something that was asked for is
 * not said: another file may say it.
 */
export function isWanted(region: SchoolRegion, wanted: WantedSchools): 'yes' | 'no' | 'unsaid' {
  const answers = [
    answer(wanted.state, region.state, (text) => text.trim().toLowerCase()),
    answer(wanted.county, region.county, countyName),
    answer(wanted.district, isNumber(wanted.district) ? region.leaId : region.leaName, districtName),
  ];
  if (answers.includes('no')) return 'no';
  return answers.includes('unsaid') ? 'unsaid' : 'yes';
}

function answer(
  asked: string | undefined,
  said: string | undefined,
  plain: (text: string) => string,
): 'yes' | 'no' | 'unsaid' {
  if (!asked?.trim()) return 'yes';
  if (said === undefined) return 'unsaid';
  return plain(said) === plain(asked) ? 'yes' : 'no';
}

/** "Polk County" and "Polk" are one. */
function countyName(text: string): string {
  return normalName(text).replace(/ (?:county|parish|borough|census area|municipio)$/, '');
}

/** The files of points and students have the number of a district and not its name. */
function isNumber(text = ''): boolean {
  return /^\s*\d{6,7}\s*$/.test(text);
}

/** A number of seven digits may have lost its leading zero in a spreadsheet. */
function districtName(text: string): string {
  const name = normalName(text);
  return /^\d{6}$/.test(name) ? `0${name}` : name;
}
