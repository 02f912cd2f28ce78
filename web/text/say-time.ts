import { minutesOf } from '../../core/schedule/clock.ts';
import type { ClockTime } from '../../core/schedule/schedule.ts';
import type { Voice } from './use-voice.tsx';

/** "3:30 pm", "9 am", "noon", "midnight". */
export function sayClock({ t }: Voice, time: ClockTime): string {
  if (time === '12:00') return t('time.noon');
  if (time === '00:00' || time === '24:00') return t('time.midnight');
  return t(isMorning(time) ? 'time.am' : 'time.pm', { time: bare(time) });
}

/** "3:30–5 pm", "9 am–noon": the half of the day is said once where it is the same. */
export function sayClockRange(voice: Voice, from: ClockTime, to: ClockTime): string {
  if (from === '00:00' && to === '24:00') return voice.t('time.allDay');
  const sameHalf =
    isMorning(from) === isMorning(to) && from !== '12:00' && to !== '24:00' && from !== '00:00';
  const start = sameHalf ? bare(from) : sayClock(voice, from);
  return `${start}–${sayClock(voice, to)}`;
}

function isMorning(time: ClockTime): boolean {
  return time < '12:00' || time === '24:00';
}

/** Hours from 1 to 12, minutes only where there are some. */
function bare(time: ClockTime): string {
  const minutes = minutesOf(time);
  const hour = Math.floor(minutes / 60) % 12 || 12;
  return minutes % 60 === 0 ? String(hour) : `${hour}:${String(minutes % 60).padStart(2, '0')}`;
}
