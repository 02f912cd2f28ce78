import { type Eligibility, type Language, SERVICE_STATUSES } from '../directory/service.ts';
import { compact } from './compact.ts';
import { saysNoConditions, unknownFacts } from './eligibility-words.ts';
import { parseAges } from './parse-ages.ts';
import { readLanguageList } from './read-contacts.ts';
import type { FieldReader } from './read-fields.ts';
import { type ProfileFields, readEligibilityRules, readProfile } from './read-profile.ts';

type Status = (typeof SERVICE_STATUSES)[number];

export interface StagedService extends ProfileFields {
  name: string;
  alternateName?: string;
  description?: string;
  url?: string;
  email?: string;
  status?: Status;
  interpretationServices?: string;
  applicationProcess?: string;
  feesDescription?: string;
  waitTime?: string;
  accreditations?: string;
  licenses?: string;
  alert?: string;
  lastModified?: string;
  assuredDate?: string;
  assurerEmail?: string;
  sessionMinutes?: number;
  eligibility: Eligibility;
  /** Its rules, terms and costs are said in our own profile, so nothing more is read out of its texts. */
  isExact?: true;
  languages?: Language[];
  requiredDocuments?: { document: string }[];
  serviceAreas?: { name: string }[];
  funding?: { source: string }[];
}

export const SERVICE_ATTRIBUTES = ['keywords', 'accepted_payments'];

export function readService(row: FieldReader): StagedService | undefined {
  const name = row.line('name');
  if (!name) {
    row.note({ code: 'missing-name', field: 'name', action: 'refused' });
    return undefined;
  }
  const languages = readLanguageList(row, 'languages');
  const [document, areas, funding] = [
    row.text('required_documents'),
    row.line('service_areas', 5000),
    row.text('funding_sources'),
  ];
  return compact({
    name,
    alternateName: row.line('alternate_name'),
    description: row.text('description'),
    url: row.url('url'),
    email: row.email('email'),
    status: readStatus(row),
    interpretationServices: row.text('interpretation_services'),
    applicationProcess: row.text('application_process'),
    feesDescription: row.text('fees_description') ?? row.text('fees'),
    waitTime: row.line('wait_time'),
    accreditations: row.text('accreditations'),
    licenses: row.text('licenses'),
    alert: row.text('alert'),
    lastModified: row.instant('last_modified'),
    assuredDate: row.date('assured_date'),
    assurerEmail: row.email('assurer_email'),
    sessionMinutes: readSession(row),
    ...readWhoIsTaken(row),
    ...readProfile(row),
    languages: languages.length > 0 ? languages : undefined,
    requiredDocuments: document ? [{ document }] : undefined,
    serviceAreas: areas
      ? areas
          .split(/[,;]/)
          .map((area) => ({ name: area.trim().slice(0, 500) }))
          .filter((area) => area.name)
      : undefined,
    funding: funding ? [{ source: funding }] : undefined,
  });
}

function readWhoIsTaken(row: FieldReader): Pick<StagedService, 'eligibility' | 'isExact'> {
  const rules = readEligibilityRules(row);
  if (!rules) return { eligibility: readEligibility(row) };
  const description = row.text('eligibility_description');
  return {
    eligibility: { ...rules, ...readAgeFields(row), ...(description !== undefined && { description }) },
    isExact: true,
  };
}

/** How long one comes for, in minutes, at most a day. */
function readSession(row: FieldReader): number | undefined {
  const minutes = row.count('session_minutes');
  if (minutes === undefined || (minutes >= 1 && minutes <= 1440)) return minutes;
  row.note({ code: 'bad-number', field: 'session_minutes', value: String(minutes), action: 'left-out' });
  return undefined;
}

function readStatus(row: FieldReader): Status | undefined {
  const value = row.line('status');
  const status = SERVICE_STATUSES.find((known) => known === value?.toLowerCase().replaceAll('_', ' '));
  if (value !== undefined && status === undefined) {
    row.note({
      code: 'unknown-value',
      field: 'status',
      value,
      action: 'left-out',
      detail: 'It is shown as active.',
    });
  }
  return status;
}

/** Ages from their own fields or from a phrase that says nothing else; what else a text touches stays unknown. */
export function readEligibility(row: FieldReader): Eligibility {
  const said = [row.text('eligibility_description'), row.text('audience')].filter(
    (text) => text && !saysNoConditions(text),
  );
  const description = said.join('\n') || undefined;
  const stated = readAgeFields(row);
  const phrase = description && !stated ? parseAges(description) : undefined;
  if (phrase)
    row.note({
      code: 'age-from-text',
      field: 'eligibility_description',
      value: description!,
      action: 'repaired',
    });
  const ages = stated ?? phrase;
  const unknown = description && !phrase ? unknownFacts(description) : [];
  return compact({
    ...ages,
    unknown: ages ? unknown.filter((fact) => fact !== 'age') : unknown,
    description,
  });
}

function readAgeFields(row: FieldReader): { minimumAge?: number; maximumAge?: number } | undefined {
  const [minimumAge, maximumAge] = [readAge(row, 'minimum_age'), readAge(row, 'maximum_age')];
  if (minimumAge === undefined && maximumAge === undefined) return undefined;
  if (minimumAge === undefined || maximumAge === undefined || minimumAge <= maximumAge)
    return compact({ minimumAge, maximumAge });
  row.note({
    code: 'bad-age',
    field: 'maximum_age',
    value: `${minimumAge}–${maximumAge}`,
    action: 'left-out',
  });
  return undefined;
}

function readAge(row: FieldReader, field: string): number | undefined {
  const age = row.number(field);
  if (age === undefined || (age >= 0 && age <= 130)) return age;
  row.note({ code: 'bad-age', field, value: String(age), action: 'left-out' });
  return undefined;
}
