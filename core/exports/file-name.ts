import type { ExportFormat } from './export-format.ts';

/** "alder-creek-directory-2026-03-02.hsds.zip": where, what and when, in letters that every disk takes. */
export function exportFileName({
  place,
  isPart,
  day,
  format,
}: {
  place: string | undefined;
  /** A filter was on. */
  isPart: boolean;
  /** ISO date. */
  day: string;
  format: ExportFormat;
}): string {
  const words = [plainLetters(place ?? ''), isPart ? 'selection' : 'directory', day];
  return `${words.filter(Boolean).join('-')}.${format}`;
}

function plainLetters(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
