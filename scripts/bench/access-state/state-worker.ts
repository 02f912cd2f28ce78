import { unitOf } from '../../../core/access/points/point-task.ts';
import { countRange, sumRange } from '../../../core/access/points/ranges.ts';
import { makeState, rangeOf } from './make-state.ts';
import type { RangeAnswer, RangeQuestion } from './range-question.ts';

/** A worker process: asked of one range after the other, it answers with numbers and its memory. */
const [blocks, services] = process.argv.slice(2).map(Number);
const { demand, sites } = makeState(blocks!, services!);
const unit = unitOf(demand.people.reduce((sum, people) => sum + people, 0));

process.on('message', ({ range, steps, ratios }: RangeQuestion) => {
  const before = process.cpuUsage();
  const own = rangeOf(demand, range);
  const numbers = ratios ? sumRange(own, sites, steps, unit, ratios) : countRange(own, sites, steps, unit);
  const { user, system } = process.cpuUsage(before);
  answer({
    range,
    numbers,
    cpuSeconds: (user + system) / 1e6,
    memoryMb: process.resourceUsage().maxRSS / 1024,
  });
});
process.send?.('ready');

function answer(line: RangeAnswer): void {
  process.send?.(line);
}
