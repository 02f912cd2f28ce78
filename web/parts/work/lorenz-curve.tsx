import { Table } from '../table.tsx';
import { useAccess } from './use-access.ts';

const SIDE = 200;
const LEFT = 26;
const BELOW = 40;

/** Shares of all that the worst-served tenths have, as a curve under the line of equal shares, with its table. */
export function LorenzCurve({ shares }: { shares: readonly number[] }) {
  const { a, say } = useAccess();
  const last = shares.length - 1;
  const point = (n: number) => `${LEFT + (n / last) * SIDE},${(1 - shares[n]!) * SIDE + 6}`;
  const rows = shares.map((share, n) => ({ people: n / last, share })).slice(1);
  return (
    <figure class="lorenz">
      <figcaption>{a('fair.curve')}</figcaption>
      <svg viewBox={`0 0 ${LEFT + SIDE + 8} ${SIDE + BELOW}`} role="img" aria-label={a('fair.curve')}>
        <path class="lorenz-axis" d={`M${LEFT},6V${SIDE + 6}H${LEFT + SIDE}`} />
        <path class="lorenz-equal" d={`M${LEFT},${SIDE + 6}L${LEFT + SIDE},6`} />
        <polyline class="lorenz-line" points={shares.map((_share, n) => point(n)).join(' ')} />
        <text
          transform={`translate(${LEFT + SIDE / 2 - 5} ${SIDE / 2 + 1}) rotate(-45)`}
          text-anchor="middle"
        >
          {a('fair.curveEqual')}
        </text>
        <text x={LEFT + SIDE * 0.98} y={SIDE * 0.9} text-anchor="end">
          {a('fair.curveLine')}
        </text>
        <text x={LEFT + SIDE / 2} y={SIDE + BELOW - 14} text-anchor="middle">
          {a('fair.curveX')}
        </text>
        <text transform={`translate(14 ${SIDE / 2 + 6}) rotate(-90)`} text-anchor="middle">
          {a('fair.curveY')}
        </text>
      </svg>
      <details>
        <summary>{a('fair.curveTable')}</summary>
        <Table
          caption={a('fair.curve')}
          rows={rows}
          rowKey={({ people }) => String(people)}
          columns={[
            { key: 'people', label: a('fair.curvePeople'), cell: ({ people }) => say.percent(people) },
            {
              key: 'share',
              label: a('fair.curveShare'),
              figure: true,
              cell: ({ share }) => say.percent(share),
            },
          ]}
        />
      </details>
    </figure>
  );
}
