import type { ContributionKind, Eligibility } from '../../core/directory/service.ts';

/** What a kind of organisation typically gives; a service is made from it with a few seeded variations. */
export interface ServiceIdea {
  /** `{town}` and `{org}` are filled in. */
  name: string;
  about: string;
  terms: readonly string[];
  /** "MO-FR 08:00-17:00; SA 09:00-12:00", "2TU 10:00-14:00" for the second Tuesday of a month. Absent: nobody said. */
  hours?: string;
  ages?: readonly [number, number];
  grades?: readonly [number, number];
  /** "free", "sliding", or a sentence that begins with an amount: "$25 a month". Absent: nobody said. */
  cost?: string;
  /** Places in all; how many are free is seeded, unless said. */
  places?: number;
  free?: number;
  /** ISO 639-1; English is understood. `['es']` adds Spanish. */
  languages?: readonly string[];
  kind?: ContributionKind;
  documents?: readonly string[];
  unknown?: Eligibility['unknown'];
  /** What it asks of income, programs, gender or attributes. */
  asks?: Pick<Eligibility, 'incomeMaximumFplPercent' | 'programs' | 'genders' | 'attributes'>;
  apply?: string;
  wait?: string;
  /** Only for people who live in the county. */
  residents?: boolean;
  /** What the places are counted in, "places" unless said. */
  unit?: string;
  /** Key of the place where it is given; its organisation's own, unless said. */
  at?: string;
  /** Keys of further places. */
  also?: readonly string[];
}

/** For each kind of organisation: what every one of them gives, and what some of them give. */
export type IdeasByKind = Readonly<
  Record<string, { must: readonly ServiceIdea[]; may: readonly ServiceIdea[] }>
>;
