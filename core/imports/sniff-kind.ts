export type FileKind = 'zip' | 'excel' | 'json' | 'ndjson' | 'csv' | 'binary' | 'markup';

/** How the workbooks of older Excels begin. */
const EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

/** What a file is by its first bytes, whatever its name says. */
export function sniffKind(head: Uint8Array): FileKind {
  if (head.length >= 4 && head[0] === 0x50 && head[1] === 0x4b && [3, 5, 7].includes(head[2]!)) return 'zip';
  if (EXCEL.every((byte, at) => head[at] === byte)) return 'excel';
  const text = asText(head);
  if (text === undefined) return 'binary';
  const start = text.trimStart();
  if (/^<(?:\?xml|!doctype|html|[a-z]+[\s>])/i.test(start)) return 'markup';
  if (start.startsWith('[')) return /^\[\s*(?:[[{"\d\]-]|true|false|null)/.test(start) ? 'json' : 'csv';
  if (!/^\{\s*(?:"|\}|$)/.test(start)) return 'csv';
  return /^\{[^\n]*\}\s*\n\s*\{/.test(start) ? 'ndjson' : 'json';
}

/** The text of the head in the encoding that its first bytes show; undefined for what is no text. */
function asText(head: Uint8Array): string | undefined {
  const encoding = unicodeEncoding(head);
  const text = new TextDecoder(encoding).decode(head);
  return text.includes('\0') ? undefined : text;
}

/** The encoding by byte order mark, or by the zeros that UTF-16 puts between Latin letters. */
export function unicodeEncoding(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 200);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1;
  if (zeros[1]! > sample.length / 4 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > sample.length / 4 && zeros[1] === 0) return 'utf-16be';
  return 'utf-8';
}
