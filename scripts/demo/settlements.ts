import type { Position } from '../../core/geo/point.ts';

export const SETTLEMENT_KEYS = ['ac', 'ch', 'wr', 'wf', 'ma', 'sp', 'co', 'rb', 'tg', 'bl', 'nf'] as const;
export type SettlementKey = (typeof SETTLEMENT_KEYS)[number];

export interface Settlement {
  name: string;
  center: Position;
  /** Where the houses end. */
  radiusKm: number;
  postalCode: string;
  streets: readonly string[];
  /** Settlements at the other ends of its roads. */
  roads: readonly SettlementKey[];
}

const AVENUES = [
  'First Ave',
  'Second Ave',
  'Third Ave',
  'Fourth Ave',
  'Fifth Ave',
  'Sixth Ave',
  'Seventh Ave',
];

/** One town and ten villages. Postal codes beginning with 699 9 are not in use. */
export const SETTLEMENTS: Record<SettlementKey, Settlement> = {
  ac: {
    name: 'Alder Creek',
    center: [-99.6393, 41.4045],
    radiusKm: 1.9,
    postalCode: '69990',
    streets: ['Main St', 'Mill Rd', 'Court St', 'Depot St', 'College Dr', 'Orchard Ln', ...AVENUES],
    roads: ['ch', 'wr', 'rb', 'wf', 'bl', 'tg'],
  },
  ch: {
    name: 'Cedar Hollow',
    center: [-99.7608, 41.4838],
    radiusKm: 0.55,
    postalCode: '69991',
    streets: ['Cedar St', 'Hollow Rd', 'Railway St', 'Grove Ave'],
    roads: ['ac', 'nf', 'tg'],
  },
  wr: {
    name: 'Wren',
    center: [-99.499, 41.3503],
    radiusKm: 0.35,
    postalCode: '69992',
    streets: ['Wren St', 'Elevator Rd'],
    roads: ['ac', 'ma'],
  },
  wf: {
    name: 'Willow Ford',
    center: [-99.3712, 41.6408],
    radiusKm: 0.9,
    postalCode: '69993',
    streets: ['Main St', 'Ford St', 'River Rd', 'Willow Ave', 'School St'],
    roads: ['ac', 'co'],
  },
  ma: {
    name: 'Marlow',
    center: [-99.3818, 41.2886],
    radiusKm: 0.8,
    postalCode: '69994',
    streets: ['Main St', 'Marlow Ave', 'Lake St', 'Depot St', 'Prospect St'],
    roads: ['wr', 'sp'],
  },
  sp: {
    name: 'Stony Point',
    center: [-99.3007, 41.2222],
    radiusKm: 0.4,
    postalCode: '69994',
    streets: ['Main St', 'Quarry Rd'],
    roads: ['ma'],
  },
  co: {
    name: 'Comet',
    center: [-99.2426, 41.5567],
    radiusKm: 0.35,
    postalCode: '69993',
    streets: ['Comet St', 'Bridge Rd'],
    roads: ['wf'],
  },
  rb: {
    name: 'Riverbend',
    center: [-99.921, 41.2915],
    radiusKm: 0.7,
    postalCode: '69995',
    streets: ['Main St', 'River St', 'Bend Ave', 'Park St'],
    roads: ['ac', 'tg', 'bl'],
  },
  tg: {
    name: 'Tallgrass',
    center: [-100.194, 41.423],
    radiusKm: 0.6,
    postalCode: '69996',
    streets: ['Main St', 'Prairie Ave', 'Lake Rd'],
    roads: ['rb', 'ch'],
  },
  bl: {
    name: 'Bluestem',
    center: [-99.7626, 41.1411],
    radiusKm: 0.4,
    postalCode: '69997',
    streets: ['Bluestem Rd', 'Oak St'],
    roads: ['ac', 'rb'],
  },
  nf: {
    name: 'North Fork',
    center: [-99.8657, 41.6183],
    radiusKm: 0.4,
    postalCode: '69998',
    streets: ['Fork St', 'Ranch Rd'],
    roads: ['ch'],
  },
};
