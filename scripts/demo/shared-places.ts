import type { Confidentiality } from '../../core/directory/service.ts';
import type { SettlementKey } from './settlements.ts';

export interface PlacePlan {
  key: string;
  name: string;
  settlement: SettlementKey;
  /** Where it lies: on a street, at a farmyard, beside a road, or nowhere. */
  setting: 'street' | 'farm' | 'road' | 'virtual';
  /** Offset in km from the settlement's middle, east and north, where a story needs it. */
  offset?: readonly [number, number];
  organization?: string;
  confidentiality?: Confidentiality;
  /** Keys of the services that are given here, too. */
  hosts?: readonly string[];
}

const HUBS: readonly PlacePlan[] = [
  { key: 'hub-ac', name: 'Old High School Community Hub', settlement: 'ac', setting: 'street' },
  { key: 'willow-center', name: 'Willow Center', settlement: 'wf', setting: 'street' },
  { key: 'marlow-commons', name: 'Marlow Commons', settlement: 'ma', setting: 'street' },
  {
    key: 'library-ch',
    name: 'Cedar Hollow Library Branch',
    settlement: 'ch',
    setting: 'street',
    offset: [0.08, 0.12],
  },
  { key: 'fairgrounds', name: 'Meadowlark County Fairgrounds', settlement: 'ac', setting: 'street' },
];

const HALLS: readonly PlacePlan[] = (
  [
    ['ch', 'Cedar Hollow Church Hall'],
    ['wr', 'Wren Fire Hall'],
    ['wf', 'Willow Ford Village Hall'],
    ['ma', 'Marlow Town Hall'],
    ['sp', 'Stony Point Community Hall'],
    ['co', 'Comet Community Hall'],
    ['rb', 'Riverbend House'],
    ['tg', 'Tallgrass Community Hall'],
    ['bl', 'Bluestem Hall'],
    ['nf', 'North Fork Community Hall'],
  ] as const
).map(([settlement, name]) => ({ key: `hall-${settlement}`, name, settlement, setting: 'street' }));

const PARKS: readonly PlacePlan[] = (
  [
    ['ac-1', 'Cottonwood Park', 'ac'],
    ['ac-2', 'Depot Park', 'ac'],
    ['ac-3', 'Skate Park on Fifth', 'ac'],
    ['wf', 'Ford Park', 'wf'],
    ['ma', 'Lake Street Park', 'ma'],
  ] as const
).map(([key, name, settlement]) => ({ key: `park-${key}`, name, settlement, setting: 'street' }));

const UNSEEN: readonly PlacePlan[] = [
  { key: 'virtual-1', name: 'By phone and text', settlement: 'ac', setting: 'virtual' },
  {
    key: 'hidden-1',
    name: 'Safe Harbor House',
    settlement: 'ac',
    setting: 'street',
    confidentiality: 'hidden',
  },
  {
    key: 'hidden-2',
    name: 'Safe Harbor country house',
    settlement: 'wr',
    setting: 'farm',
    confidentiality: 'hidden',
    hosts: ['shelter/safe-house'],
  },
  {
    key: 'partial-1',
    name: 'Porch Light host homes',
    settlement: 'ac',
    setting: 'street',
    confidentiality: 'partial',
  },
  {
    key: 'partial-2',
    name: 'Hearth family rooms',
    settlement: 'ac',
    setting: 'street',
    confidentiality: 'partial',
  },
];

const TOWNSHIPS = ['Sand Draw', 'Lone Elm', 'Plum Creek', 'Cliff', 'Loess Hill', 'Victory', 'Elk Ridge'];
const GARDENS = ['Second Avenue', 'River Road', 'Prospect', 'Bend'];

export const SHARED_PLACES: readonly PlacePlan[] = [...HUBS, ...HALLS, ...PARKS, ...UNSEEN, ...series()];

/** Small places that one travelling service visits: bookmobile stops, bus stops, fields, halls in the country. */
function series(): PlacePlan[] {
  const stops: SettlementKey[] = ['nf', 'nf', 'tg', 'tg', 'bl', 'co', 'sp', 'wr', 'ch', 'rb', 'wf', 'ma'];
  const buses: SettlementKey[] = ['ch', 'wr', 'rb', 'bl', 'ch', 'wr'];
  const fields: SettlementKey[] = ['ac', 'ac', 'ac', 'ch', 'wf', 'ma'];
  const halls: SettlementKey[] = ['nf', 'tg', 'bl', 'co', 'rb', 'wf', 'sp'];
  const gardens: SettlementKey[] = ['ac', 'wf', 'ma', 'rb'];
  return [
    ...numbered('stop', stops, 'road', ['bookmobile/bookmobile'], (n) => `Bookmobile stop ${n}, county road`),
    ...numbered('bus', buses, 'road', ['transit/late-bus-to-the-villages'], (n) => `Late bus stop ${n}`),
    ...numbered(
      'field',
      fields,
      'street',
      ['soccer/youth-soccer-league'],
      (n) => `Community ball field ${n}`,
    ),
    ...numbered(
      'township',
      halls,
      'farm',
      ['clover/clover-and-barn-clubs'],
      (n) => `${TOWNSHIPS[n - 1]} Township Hall`,
    ),
    ...numbered(
      'garden',
      gardens,
      'street',
      ['extension/cook-it-grow-it'],
      (n) => `${GARDENS[n - 1]} Community Garden`,
    ),
  ];
}

function numbered(
  key: string,
  settlements: readonly SettlementKey[],
  setting: PlacePlan['setting'],
  hosts: readonly string[],
  nameOf: (number: number) => string,
): PlacePlan[] {
  return settlements.map((settlement, index) => ({
    key: `${key}-${index + 1}`,
    name: nameOf(index + 1),
    settlement,
    setting,
    hosts,
  }));
}
