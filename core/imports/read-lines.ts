/** Lines of a text as it arrives, each with its number from 1; a line over the bound comes cut, with `tooLong`. */
export async function* readLines(
  text: AsyncIterable<string>,
  maximum: number,
): AsyncGenerator<{ line: number; text: string; tooLong?: boolean }> {
  let pending = '';
  let number = 1;
  let skipping = false;
  for await (const chunk of text) {
    const lines = (pending + chunk).split('\n');
    pending = lines.pop()!;
    for (const line of lines) {
      if (!skipping) yield { line: number, text: line, ...(line.length > maximum ? { tooLong: true } : {}) };
      skipping = false;
      number += 1;
    }
    if (pending.length > maximum) {
      if (!skipping) yield { line: number, text: pending.slice(0, 1000), tooLong: true };
      skipping = true;
      pending = '';
    }
  }
  if (pending.trim() !== '' && !skipping) yield { line: number, text: pending };
}
