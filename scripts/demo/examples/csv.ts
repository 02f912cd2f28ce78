type Cell = string | number | undefined;

/** RFC 4180 with line feeds: cells with a comma, a quote or a line break are quoted. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${[header, ...rows].map((row) => row.map(cellOf).join(',')).join('\n')}\n`;
}

function cellOf(value: Cell): string {
  const text = String(value ?? '');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
