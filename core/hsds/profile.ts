/** A field that we have besides those of HSDS 3.1. */
export interface ProfileField {
  /** The objects that can have it. */
  of: readonly string[];
  field: string;
  type: 'string' | 'integer' | 'boolean' | 'object' | 'array';
  description: string;
}

const TIMES = ['service', 'location', 'service_at_location'];

/** What Trellis tells beyond HSDS 3.1. No field of HSDS is left out, renamed or given another meaning. */
export const HSDS_PROFILE: { name: string; base: string; fields: readonly ProfileField[] } = {
  name: 'Trellis',
  base: 'HSDS 3.1',
  fields: [
    {
      of: ['service'],
      field: 'contribution_kind',
      type: 'string',
      description: 'people, space, funding, discount or program: a contribution that is no service as such.',
    },
    {
      of: ['service'],
      field: 'eligibility_rules',
      type: 'object',
      description:
        'Whom the service takes, besides ages: minimum_grade and maximum_grade (-1 pre-kindergarten, 0 kindergarten, 1 to 12), required_languages, residence_required, income_maximum_fpl_percent, programs, genders, attributes [{name, one_of}], and unknown: what the source leaves open.',
    },
    {
      of: ['service'],
      field: 'session_minutes',
      type: 'integer',
      description: 'How long one comes for.',
    },
    {
      of: ['service', 'location'],
      field: 'confidentiality',
      type: 'string',
      description: 'partial or hidden: why the point, the street or the place is not told.',
    },
    {
      of: ['organization', 'service', 'location', 'service_at_location'],
      field: 'demo',
      type: 'boolean',
      description: 'Invented for a demonstration.',
    },
    {
      of: TIMES,
      field: 'holiday_schedules',
      type: 'array',
      description:
        'Days off and other hours on some days: start_date, end_date, closed, opens_at, closes_at, reason. As in HSDS 1.',
    },
    {
      of: TIMES,
      field: 'other_schedules',
      type: 'array',
      description: 'Schedules by the day or the year (freq DAILY, YEARLY), which HSDS has no word for.',
    },
    {
      of: ['service_at_location'],
      field: 'capacities',
      type: 'array',
      description: 'Places at this one location, as HSDS has them for services.',
    },
    {
      of: ['service', 'service_at_location'],
      field: 'incomplete_capacities',
      type: 'array',
      description: 'Capacities of which it is not known how many places are free, or since when.',
    },
    {
      of: ['taxonomy_term'],
      field: 'names',
      type: 'object',
      description: 'The name of a term of Trellis by language: en, es.',
    },
    {
      of: ['organization', 'service', 'contact', 'phone', 'schedule', 'accessibility', 'required_document'],
      field: 'as_told',
      type: 'object',
      description:
        'Values that have not the format of HSDS, under the name of their field: a time zone by its name, an extension "0123", an address of the web that is none.',
    },
  ],
};
