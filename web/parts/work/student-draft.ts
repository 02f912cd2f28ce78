import type { WeeklySpan } from '../../../core/schedule/schedule.ts';
import type { Interest, Need, Student } from '../../../core/students/student.ts';
import type { StudentChange } from '../../api/students.ts';
import { parseClockTime, typedClockTime } from './clock-time.ts';

/** What a coordinator may change, as it stands in the form: times as they were typed. */
export interface StudentDraft {
  needs: Need[];
  interests: Interest[];
  freeTimes: WeeklySpan[];
  travelModes: Student['travelModes'];
}

export interface DraftErrors {
  /** Indices of free times that cannot be read. */
  times: number[];
  travel: boolean;
}

export function draftOf({ needs, interests, freeTimes, travelModes }: Student): StudentDraft {
  const typed = freeTimes.map(({ day, from, to }) => ({
    day,
    from: typedClockTime(from),
    to: typedClockTime(to),
  }));
  return { needs, interests, freeTimes: typed, travelModes };
}

export function draftErrors(draft: StudentDraft): DraftErrors {
  const times = draft.freeTimes.map(readSpan).flatMap((span, index) => (span ? [] : [index]));
  return { times, travel: draft.travelModes.length === 0 };
}

/** The draft as the server takes it. Only for a draft without errors. */
export function changeOf(draft: StudentDraft): StudentChange {
  return { ...draft, freeTimes: draft.freeTimes.flatMap((span) => readSpan(span) ?? []) };
}

function readSpan({ day, from, to }: WeeklySpan): WeeklySpan | undefined {
  const [start, end] = [parseClockTime(from), parseClockTime(to)];
  return start && end && start < end ? { day, from: start, to: end } : undefined;
}
