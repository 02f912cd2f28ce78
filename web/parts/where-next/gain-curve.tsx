import type { SitingOutcome } from '../../../core/where-next/siting-outcome.ts';
import { shareInTime } from './share-in-time.ts';
import { useWhereNext } from './use-where-next.ts';

const WIDTH = 320;
const HEIGHT = 150;
const EDGE = { left: 44, right: 16, top: 18, bottom: 30 };

/** What more sites bring, the best for each number, as a line; a table below it has the same figures. */
export function GainCurve({ outcome }: { outcome: SitingOutcome }) {
  const { w, say } = useWhereNext();
  const { steps, byNumber } = outcome;
  const told = byNumber ? [steps[0]!, ...byNumber.map(({ step }) => step)] : steps;
  const shares = told.map((step) => shareInTime(step, outcome));
  // Sites that must be in are in from the first figure on.
  const numbers = byNumber ? [0, ...byNumber.map(({ sites }) => sites.length)] : [...steps.keys()];
  const title = w(byNumber ? 'curve.best' : 'curve.title');
  const last = shares.length - 1;
  if (last === 0) return null;
  const x = (step: number) => EDGE.left + (step / last) * (WIDTH - EDGE.left - EDGE.right);
  const y = (share: number) => HEIGHT - EDGE.bottom - share * (HEIGHT - EDGE.top - EDGE.bottom);
  // Every label where there is room for it, otherwise the first and the last.
  const isNamed = (step: number) => last <= 6 || step === 0 || step === last;
  const label = `${title}: ${shares.map((share) => say.percent(share)).join(', ')}`;
  return (
    <figure class="gain-curve">
      <figcaption class="small">{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line class="curve-grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(share)} y2={y(share)} />
            <text x={EDGE.left - 6} y={y(share) + 4} text-anchor="end">
              {say.percent(share)}
            </text>
          </g>
        ))}
        <polyline
          class="curve-line"
          points={shares.map((share, step) => `${x(step)},${y(share)}`).join(' ')}
        />
        {shares.map((share, step) => (
          <g key={step}>
            <circle class="curve-dot" cx={x(step)} cy={y(share)} r={4} />
            {isNamed(step) && (
              <>
                <text x={x(step)} y={y(share) - 8} text-anchor="middle" class="curve-figure">
                  {say.percent(share)}
                </text>
                <text x={x(step)} y={HEIGHT - 14} text-anchor="middle">
                  {numbers[step]}
                </text>
              </>
            )}
          </g>
        ))}
        <text x={WIDTH - EDGE.right} y={HEIGHT - 1} text-anchor="end">
          {w('curve.axis')}
        </text>
      </svg>
    </figure>
  );
}
