import { type HsdsObject, partsIn, textIn } from '../hsds/hsds-object.ts';

/** When something is open, on one line: "MO,WE 15:00-18:00; monthly 1TU 18:00-20:00; Saturdays by appointment". */
export function sayTimes(owner: HsdsObject): string {
  const schedules = [...partsIn(owner, 'schedules'), ...partsIn(owner, 'other_schedules')];
  return [...new Set(schedules.map(saySchedule).filter(Boolean))].join('; ');
}

function saySchedule(schedule: HsdsObject): string {
  const told = (field: string) => textIn(schedule, field);
  const freq = told('freq');
  const hours = [told('opens_at'), told('closes_at')].filter(Boolean).join('-');
  const often = freq === undefined || freq === 'WEEKLY' ? undefined : freq.toLowerCase();
  const every = Number(told('interval') ?? 1);
  const rule = [
    often,
    every > 1 ? `every ${every}` : undefined,
    told('byday') ?? told('bymonthday') ?? (often ? told('dtstart') : undefined),
    hours,
  ];
  return rule.filter(Boolean).join(' ') || (told('description') ?? told('notes') ?? '').replace(/\s+/g, ' ');
}
