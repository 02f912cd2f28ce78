import type { Position } from '../../../core/geo/point.ts';
import { moved } from '../place-points.ts';
import { SETTLEMENTS, type SettlementKey } from '../settlements.ts';

/** Three travelling partners who would fill the gaps in the county's north-west: importing them changes the gap map. */
export const EXAMPLE_ORGANIZATIONS = [
  {
    key: 'traveling-care',
    name: 'Traveling Care Plains',
    description: 'Care that comes to villages. Invented.',
  },
  { key: 'maker-bus', name: 'The Maker Bus', description: 'A workshop on wheels. Invented.' },
  {
    key: 'north-neighbors',
    name: 'North Fork Neighbors',
    description: 'Neighbors helping neighbors. Invented.',
  },
] as const;

export const EXAMPLE_LOCATIONS = [
  place('north-fork-store', 'Old North Fork Store', '12 Ranch Rd', 'nf'),
  place('tallgrass-depot', 'Tallgrass Depot', '31 Lake Rd', 'tg'),
  place('riverbend-annex', 'Riverbend School Annex', '8 Park St', 'rb'),
] as const;

export interface ExampleService {
  key: string;
  organization: string;
  location: string;
  name: string;
  description: string;
  /** Code and name in Open Eligibility 2.0. */
  term: readonly [code: string, name: string];
  hours: string;
  ages?: readonly [number, number];
  fees: string;
  spanish?: boolean;
}

const CARE = { organization: 'traveling-care', fees: 'Pay what you can' };
const BUS = { organization: 'maker-bus', fees: 'Free' };
const NEIGHBORS = { organization: 'north-neighbors', location: 'north-fork-store', fees: 'Free' };

export const EXAMPLE_SERVICES: readonly ExampleService[] = [
  {
    ...CARE,
    key: 'counseling-nf',
    location: 'north-fork-store',
    name: 'Counseling day, North Fork',
    description: 'A counselor for children and families, every Thursday.',
    term: ['1220', 'Counseling'],
    hours: 'TH 10:00-18:00',
    ages: [5, 99],
    spanish: true,
  },
  {
    ...CARE,
    key: 'counseling-tg',
    location: 'tallgrass-depot',
    name: 'Counseling day, Tallgrass',
    description: 'A counselor for children and families, every Monday.',
    term: ['1220', 'Counseling'],
    hours: 'MO 12:00-18:00',
    ages: [5, 99],
  },
  {
    ...CARE,
    key: 'dental-nf',
    location: 'north-fork-store',
    name: 'Dental chair on wheels',
    description: 'Cleaning and small fillings, one Saturday a month.',
    term: ['1184', 'Dental Care'],
    hours: '2SA 09:00-15:00',
    ages: [2, 19],
  },
  {
    ...CARE,
    key: 'vision-rb',
    location: 'riverbend-annex',
    name: 'Eye test morning',
    description: 'Eye tests for students, with a slip for glasses.',
    term: ['1216', 'Vision Tests'],
    hours: '1WE 08:30-11:30',
    ages: [4, 19],
  },
  {
    ...BUS,
    key: 'computers-tg',
    location: 'tallgrass-depot',
    name: 'Laptop Lab',
    description: 'Typing, spreadsheets and staying safe online.',
    term: ['1351', 'Computer Class'],
    hours: 'TU 15:30-17:30',
    ages: [8, 18],
  },
  {
    ...BUS,
    key: 'tutoring-nf',
    location: 'north-fork-store',
    name: 'Math on the bus',
    description: 'Small groups with a retired engineer.',
    term: ['1343', 'Tutoring'],
    hours: 'WE 15:30-17:00',
    ages: [8, 15],
  },
  {
    ...BUS,
    key: 'camp-rb',
    location: 'riverbend-annex',
    name: 'Build week',
    description: 'A summer week of saws, wires and wings.',
    term: ['1283', 'Day Camp'],
    hours: 'MO-FR 09:00-15:00',
    ages: [9, 14],
  },
  {
    ...NEIGHBORS,
    key: 'pantry-nf',
    name: 'Porch pantry',
    description: 'Take what you need, leave what you can.',
    term: ['1130', 'Food Pantry'],
    hours: 'MO-SU 07:00-21:00',
  },
  {
    ...NEIGHBORS,
    key: 'mentors-nf',
    name: 'Ranch mentors',
    description: 'A neighbor and a young person, two hours a week.',
    term: ['1308', 'Mentoring'],
    hours: 'SA 09:00-12:00; SU 14:00-17:00',
    ages: [8, 17],
  },
  {
    ...NEIGHBORS,
    key: 'childcare-nf',
    name: 'After-school room',
    description: 'Snack, homework and the wood stove till parents come.',
    term: ['1279', 'Afterschool Care'],
    hours: 'MO-TH 15:15-17:30',
    ages: [5, 12],
    spanish: true,
  },
];

function place(key: string, name: string, street: string, settlement: SettlementKey) {
  const { center, name: city, postalCode } = SETTLEMENTS[settlement];
  const point: Position = moved(center, 0.15, -0.1);
  return { key, name, street, city, postalCode, point };
}
