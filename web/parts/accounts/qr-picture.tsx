import { generate } from 'lean-qr';
import { useMemo } from 'preact/hooks';

/** Light modules around the code, without which cameras do not find it (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/** A QR code as one path, drawn here: the text is seen by nobody else. Dark on light in dark mode too. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => draw(text), [text]);
  const edge = size + 2 * QUIET;
  return (
    <svg class="qr-picture" viewBox={`${-QUIET} ${-QUIET} ${edge} ${edge}`} role="img" aria-label={label}>
      <rect x={-QUIET} y={-QUIET} width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function draw(text: string): { path: string; size: number } {
  const code = generate(text);
  let path = '';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  return { path, size: code.size };
}
