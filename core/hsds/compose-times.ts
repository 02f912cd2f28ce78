import type { Closure } from '../schedule/closure.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { asWords, fitted } from './as-told.ts';
import { listed, type Owner } from './compose-parts.ts';
import { type HsdsObject, type NameUuid, told, type Untold } from './hsds-object.ts';

/** When something is open. */
interface Times {
  schedules: readonly Schedule[];
  closures?: readonly Closure[] | undefined;
}

/**
 * HSDS 3 repeats by the week and the month. Other schedules (every third day, once a year) stand in `other_schedules`
 * of our profile, so that nobody takes them for weekly ones; days off, as HSDS 1 had them, in `holiday_schedules`.
 */
export function composeTimes(nameUuid: NameUuid, owner: Owner, { schedules, closures }: Times): Untold {
  const isTold = ({ freq }: Schedule) => freq === undefined || freq === 'WEEKLY' || freq === 'MONTHLY';
  const others = schedules.filter((schedule) => !isTold(schedule));
  return {
    schedules: listed(nameUuid, owner, 'schedules', schedules.filter(isTold), composeSchedule),
    other_schedules: listed(nameUuid, owner, 'other_schedules', others, composeSchedule),
    holiday_schedules: listed(nameUuid, owner, 'holiday_schedules', closures ?? [], composeClosure),
  };
}

function composeSchedule(schedule: Schedule, id: string): HsdsObject {
  return told({
    id,
    valid_from: schedule.validFrom,
    valid_to: schedule.validTo,
    dtstart: schedule.dtstart,
    until: schedule.until,
    count: schedule.count,
    wkst: schedule.wkst,
    freq: schedule.freq,
    interval: schedule.interval,
    byday: schedule.byday.join(',') || undefined,
    byweekno: schedule.byweekno?.join(','),
    bymonthday: schedule.bymonthday?.join(','),
    byyearday: schedule.byyearday?.join(','),
    opens_at: schedule.opensAt,
    closes_at: schedule.closesAt,
    attending_type: schedule.attendingType,
    description: schedule.description,
    notes: schedule.notes,
    ...fitted({ timezone: asWords(schedule.timezone) }),
  });
}

function composeClosure({ from, to, closed, opensAt, closesAt, reason }: Closure, id: string): HsdsObject {
  return told({
    id,
    start_date: from,
    end_date: to,
    closed,
    opens_at: opensAt,
    closes_at: closesAt,
    reason,
  });
}
