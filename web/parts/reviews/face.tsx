/** How far the corners of the mouth lie above its middle, from the worst to the best. */
const MOUTHS = [-5, -2.5, 0, 2.5, 5];

interface FaceProps {
  value: number;
  size?: number;
  /** Where it stands within another drawing. */
  x?: number;
  y?: number;
}

/** A face, from 1 to 5; what it says stands beside it in words. */
export function Face({ value, size = 40, x = 0, y = 0 }: FaceProps) {
  const bend = MOUTHS[value - 1] ?? 0;
  const corners = 15.5 - bend / 2.5;
  return (
    <svg class="face" x={x} y={y} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      <path d={`M7.5 ${corners}Q12 ${15.5 + bend} 16.5 ${corners}M9 9v.5M15 9v.5`} />
    </svg>
  );
}
