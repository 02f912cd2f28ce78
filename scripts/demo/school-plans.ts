import type { School } from '../../core/schools/school.ts';
import type { SettlementKey } from './settlements.ts';

export interface SchoolPlan {
  key: string;
  name: string;
  settlement: SettlementKey;
  lowestGrade: number;
  highestGrade: number;
  enrollment: number;
  locale: NonNullable<School['locale']>;
  dayEndsAt: string;
  /** Offset in km from the settlement's middle, east and north. */
  offset: readonly [number, number];
  /** Where its students live, by weight. */
  homes: readonly (readonly [SettlementKey, number])[];
  /** Share of students on farms rather than in the settlement. */
  farmShare: number;
}

const AROUND_TOWN = [
  ['ac', 70],
  ['ch', 11],
  ['wr', 5],
  ['rb', 8],
  ['bl', 3],
  ['tg', 5],
  ['nf', 3],
] as const;
const NORTH_EAST = [
  ['wf', 82],
  ['co', 18],
] as const;
const SOUTH_EAST = [
  ['ma', 74],
  ['sp', 21],
  ['wr', 5],
] as const;

export const SCHOOL_PLANS: readonly SchoolPlan[] = [
  plan('ac-hs', 'Alder Creek High School', 'ac', 9, 12, 430, 'town', '15:30', [1.1, 0.6], AROUND_TOWN, 0.2),
  plan('ac-ms', 'Alder Creek Middle School', 'ac', 6, 8, 330, 'town', '15:20', [0.7, -0.5], AROUND_TOWN, 0.2),
  plan('ac-e1', 'Cottonwood Elementary', 'ac', -1, 5, 300, 'town', '15:10', [-0.6, 0.4], [['ac', 1]], 0.1),
  plan('ac-e2', 'Orchard Lane Elementary', 'ac', -1, 5, 280, 'town', '15:10', [0.3, -1.1], [['ac', 1]], 0.12),
  plan('ch', 'Cedar Hollow Elementary', 'ch', -1, 5, 110, 'rural', '15:10', [0.2, 0.2], [['ch', 1]], 0.35),
  plan('wr', 'Wren Elementary', 'wr', 0, 5, 48, 'rural', '15:10', [0.1, -0.1], [['wr', 1]], 0.5),
  plan('wf-e', 'Willow Ford Elementary', 'wf', -1, 5, 135, 'rural', '15:10', [-0.3, 0.3], NORTH_EAST, 0.3),
  plan('wf-h', 'Willow Ford High School', 'wf', 6, 12, 160, 'rural', '15:25', [0.4, 0.1], NORTH_EAST, 0.3),
  plan('ma-e', 'Marlow Elementary', 'ma', -1, 5, 120, 'rural', '15:10', [-0.2, -0.3], SOUTH_EAST, 0.3),
  plan('ma-m', 'South Fork Middle School', 'ma', 6, 8, 105, 'rural', '15:20', [0.4, -0.2], SOUTH_EAST, 0.3),
  plan('ma-h', 'South Fork High School', 'ma', 9, 12, 130, 'rural', '15:25', [0.45, 0.3], SOUTH_EAST, 0.3),
  plan(
    'rb',
    'Riverbend School',
    'rb',
    0,
    8,
    120,
    'rural',
    '15:15',
    [0.2, 0.3],
    [
      ['rb', 8],
      ['bl', 2],
    ],
    0.4,
  ),
  plan('tg', 'Tallgrass School', 'tg', 0, 8, 80, 'rural', '15:15', [-0.2, 0.1], [['tg', 1]], 0.45),
  plan('nf', 'North Fork School', 'nf', 0, 8, 52, 'rural', '15:15', [0.1, 0.2], [['nf', 1]], 0.55),
];

function plan(
  key: string,
  name: string,
  settlement: SettlementKey,
  lowestGrade: number,
  highestGrade: number,
  enrollment: number,
  locale: SchoolPlan['locale'],
  dayEndsAt: string,
  offset: readonly [number, number],
  homes: SchoolPlan['homes'],
  farmShare: number,
): SchoolPlan {
  return {
    key: `school-${key}`,
    name,
    settlement,
    lowestGrade,
    highestGrade,
    enrollment,
    locale,
    dayEndsAt,
    offset,
    homes,
    farmShare,
  };
}
