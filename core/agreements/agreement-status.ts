import { dayNumber } from '../schedule/calendar-day.ts';
import type { Agreement, Stage } from './agreement.ts';

export const STATUSES = ['draft', 'proposed', 'upcoming', 'active', 'expiring', 'ended'] as const;
export type AgreementStatus = (typeof STATUSES)[number];

type Dated = Pick<Agreement, 'stage' | 'startsOn' | 'endsOn' | 'endedOn'>;

/** What an agreement is on a day: what nobody has to write down follows from its dates. */
export function statusOf(agreement: Dated, day: string, warnDays: readonly number[]): AgreementStatus {
  const { stage, startsOn } = agreement;
  if (stage === 'draft' || stage === 'proposed') return stage;
  if (day > lastDayOf(agreement)) return 'ended';
  if (day < startsOn) return 'upcoming';
  const daysLeft = dayNumber(lastDayOf(agreement)) - dayNumber(day);
  return daysLeft <= Math.max(...warnDays) ? 'expiring' : 'active';
}

/** The last day on which it holds. */
export function lastDayOf({ endsOn, endedOn }: Pick<Agreement, 'endsOn' | 'endedOn'>): string {
  return endedOn !== undefined && endedOn < endsOn ? endedOn : endsOn;
}

/** Whether it holds on a day. An ended one held until its last day. */
export function isInForce(agreement: Dated, day: string): boolean {
  const isSigned = agreement.stage === 'signed' || agreement.stage === 'ended';
  return isSigned && agreement.startsOn <= day && day <= lastDayOf(agreement);
}

const NEXT: Record<Stage, readonly Stage[]> = {
  draft: ['proposed', 'signed'],
  proposed: ['draft', 'signed'],
  signed: ['proposed', 'ended'],
  ended: ['signed'],
};

/** Forward, and one step back for who has pressed the wrong button. */
export function mayBecome(from: Stage, to: Stage): boolean {
  return NEXT[from].includes(to);
}
