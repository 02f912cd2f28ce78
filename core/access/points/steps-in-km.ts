import { type ModeRule, reachKm, travelMinutes } from '../../travel/travel.ts';
import type { AccessMeasure } from '../access-measure.ts';
import { decayOf } from '../measure-access.ts';
import type { PointInput } from './point-task.ts';

/**
 * The steps of a measure in minutes as steps in km of straight line, so that the same ways are within each of them.
 * Undefined for measures that go by anything else, and where setting out takes longer than the limit.
 */
export function stepsInKm(
  measure: Pick<AccessMeasure, 'method' | 'limit' | 'decay'>,
  rule: ModeRule,
): PointInput['steps'] | undefined {
  if (measure.method !== '2sfca' && measure.method !== 'e2sfca') return undefined;
  const { limit } = measure;
  const decay = decayOf(measure) ?? { kind: 'step', steps: [[limit, 1]] };
  if (decay.kind !== 'step') return undefined;
  const last = decay.steps.find(([upTo]) => upTo >= limit);
  const steps: [number, number][] = decay.steps.filter(([upTo]) => upTo < limit);
  if (last) steps.push([limit, last[1]]);
  const open = steps.filter(([upTo]) => upTo >= rule.overheadMinutes);
  return open.length === 0 ? undefined : open.map(([upTo, weight]) => [kmWithin(upTo, rule), weight]);
}

/** The longest way in km that takes no more than so many minutes, to the last bit. */
function kmWithin(minutes: number, rule: ModeRule): number {
  let [within, beyond] = [0, 2 * reachKm(minutes, rule) + 1];
  for (;;) {
    const middle = (within + beyond) / 2;
    if (middle === within || middle === beyond) return within;
    if (travelMinutes(middle, rule) <= minutes) within = middle;
    else beyond = middle;
  }
}
