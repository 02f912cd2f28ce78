import type { RecordKind } from '../../../core/corrections/correction.ts';
import { CONFIDENTIALITY, CONTRIBUTION_KINDS, SERVICE_STATUSES } from '../../../core/directory/service.ts';

/** With what a field is typed. */
export type Control = 'line' | 'text' | 'lines' | 'choice' | 'ages' | 'address' | 'terms';

/** The fields of a form, what people ask for most on top. A point is moved on a map, prices have a text of their own. */
export const CONTROLS = {
  organization: {
    name: 'line',
    alternateName: 'line',
    description: 'text',
    phones: 'lines',
    email: 'line',
    website: 'line',
    legalStatus: 'line',
    yearIncorporated: 'line',
  },
  service: {
    name: 'line',
    status: 'choice',
    alert: 'text',
    description: 'text',
    terms: 'terms',
    phones: 'lines',
    email: 'line',
    url: 'line',
    applicationProcess: 'text',
    requiredDocuments: 'lines',
    feesDescription: 'text',
    ages: 'ages',
    eligibilityText: 'text',
    languages: 'lines',
    interpretationServices: 'text',
    waitTime: 'line',
    alternateName: 'line',
    kind: 'choice',
    accreditations: 'text',
    licenses: 'text',
    confidentiality: 'choice',
  },
  location: {
    name: 'line',
    addresses: 'address',
    phones: 'lines',
    transportation: 'text',
    accessibility: 'lines',
    languages: 'lines',
    description: 'text',
    alternateName: 'line',
    confidentiality: 'choice',
  },
  'service-at-location': { description: 'text', phones: 'lines' },
} as const satisfies Record<RecordKind, Record<string, Control>>;

export type FormField = { [K in RecordKind]: keyof (typeof CONTROLS)[K] }[RecordKind];

export function controlsOf(kind: RecordKind): [FormField, Control][] {
  return Object.entries(CONTROLS[kind]) as [FormField, Control][];
}

export const CHOICES = {
  status: SERVICE_STATUSES,
  kind: CONTRIBUTION_KINDS,
  confidentiality: CONFIDENTIALITY,
} as const;

export function isChoice(field: string): field is keyof typeof CHOICES {
  return field in CHOICES;
}
