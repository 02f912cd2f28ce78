import type { Schedule } from '../schedule/schedule.ts';
import type { SubjectOf } from './subject.ts';

/** All that is said of when a service is open: of itself, of its places, and of it at a place. */
export function schedulesOf({ record, links, places }: SubjectOf<'service'>): Schedule[] {
  return [record, ...links, ...places].flatMap(({ schedules }) => schedules);
}
