import type { Circumstances } from '../../core/students/circumstances.ts';
import type { Random } from './random.ts';

/** Of most families a school knows nothing of this; of some it knows what the meals office has written down. */
export function makeCircumstances(random: Random): Circumstances | undefined {
  const isKnown = random.chance(0.2);
  const gender = random.weighted([
    ['female', 49],
    ['male', 49],
    ['nonbinary', 2],
  ] as const);
  const known = random.weighted<Circumstances>([
    [{ incomeBand: { maximumFpl: 130 }, programs: { 'free-lunch': true, 'reduced-lunch': false } }, 35],
    [
      {
        incomeBand: { minimumFpl: 130, maximumFpl: 185 },
        programs: { 'free-lunch': false, 'reduced-lunch': true },
      },
      20,
    ],
    [{ programs: { snap: true, 'free-lunch': true } }, 15],
    [{ programs: { 'free-lunch': false, 'reduced-lunch': false } }, 20],
    [{ programs: { iep: true } }, 10],
  ]);
  return isKnown ? { gender, ...known } : undefined;
}
