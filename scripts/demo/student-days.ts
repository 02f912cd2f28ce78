import { WEEKDAYS, type Weekday, type WeeklySpan } from '../../core/schedule/schedule.ts';
import type { TravelMode } from '../../core/travel/travel.ts';
import type { Random } from './random.ts';

const SCHOOL_DAYS: readonly Weekday[] = WEEKDAYS.slice(0, 5);

/** When a student can take part: after school on some days, some on Saturday; a few never told. */
export function freeTimesOf(grade: number, dayEndsAt: string, onFarm: boolean, random: Random): WeeklySpan[] {
  if (random.chance(0.08)) return [];
  const until =
    grade <= 5 ? random.pick(['17:00', '17:30', '18:00']) : random.pick(['18:00', '18:30', '19:30']);
  const share = onFarm ? 0.55 : grade >= 9 ? 0.6 : 0.85;
  const days = SCHOOL_DAYS.filter(() => random.chance(share));
  const weekdays = days.length === 0 ? [random.pick(SCHOOL_DAYS)] : days;
  const spans = weekdays.map((day): WeeklySpan => ({ day, from: dayEndsAt, to: until }));
  const saturday: WeeklySpan = { day: 'SA', from: '09:00', to: onFarm ? '12:00' : '15:00' };
  const sunday: WeeklySpan = { day: 'SU', from: '13:00', to: '17:00' };
  return [...spans, ...(random.chance(0.6) ? [saturday] : []), ...(random.chance(0.25) ? [sunday] : [])];
}

/** Town children walk, older ones bike, farm children ride the bus; about one family in six has no car to spare. */
export function travelModesOf(grade: number, inTown: boolean, onFarm: boolean, random: Random): TravelMode[] {
  const hasCar = random.chance(onFarm ? 0.9 : 0.8) || (grade >= 11 && random.chance(0.5));
  const walks = !onFarm;
  const bikes = !onFarm && grade >= 4 && random.chance(inTown ? 0.6 : 0.45);
  const rides = onFarm || random.chance(inTown ? 0.65 : 0.8);
  const modes: [TravelMode, boolean][] = [
    ['walk', walks],
    ['bike', bikes],
    ['bus', rides],
    ['car', hasCar],
  ];
  return modes.filter(([, can]) => can).map(([mode]) => mode);
}
