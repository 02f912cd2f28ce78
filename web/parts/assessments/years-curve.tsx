import { type AssessmentSpeech, yearName } from './use-assessments.ts';

const WIDTH = 200;
const HEIGHT = 84;
const EDGE = { x: 26, top: 20, bottom: 20 };
const [LEAST, MOST] = [1, 4];

interface YearsCurveProps {
  name: string;
  points: readonly { year: number; mean: number | null }[];
  voice: AssessmentSpeech;
}

/** One group from year to year, each point with its figure. A year in which nothing was rated is a gap in the line. */
export function YearsCurve({ name, points, voice }: YearsCurveProps) {
  const { t, mean } = voice;
  const x = (n: number) => EDGE.x + (n / Math.max(1, points.length - 1)) * (WIDTH - 2 * EDGE.x);
  const y = (value: number) =>
    HEIGHT - EDGE.bottom - ((value - LEAST) / (MOST - LEAST)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const figures = points
    .map((point) => t('years.point', { year: yearName(point.year), mean: mean(point.mean) }))
    .join(', ');
  return (
    <figure class="years-curve">
      <figcaption class="small">{name}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('years.curve', { group: name, figures })}
      >
        {points.slice(1).map((point, n) => {
          const before = points[n]!;
          if (before.mean === null || point.mean === null) return null;
          return <line key={point.year} x1={x(n)} y1={y(before.mean)} x2={x(n + 1)} y2={y(point.mean)} />;
        })}
        {points.map((point, n) => (
          <g key={point.year}>
            {point.mean !== null && (
              <>
                <circle cx={x(n)} cy={y(point.mean)} r={4} />
                <text x={x(n)} y={y(point.mean) - 8} text-anchor="middle">
                  {mean(point.mean)}
                </text>
              </>
            )}
            <text class="years-name" x={x(n)} y={HEIGHT - 4} text-anchor="middle">
              {yearName(point.year)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
