import { lookUp } from '../lists/look-up.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  eacute: 'é',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  uuml: 'ü',
  Ntilde: 'Ñ',
};

const BLOCK = /<\/?(?:p|div|h[1-6]|ul|ol|table|tr|section|article|blockquote)\b[^<>]{0,2000}>/gi;
const TAG = /<(?:\/?[a-z][a-z0-9]*(?:\s[^<>]{0,2000})?\/?|!--[^<>]{0,2000}--)>/gi;

/**
 * Plain text of a piece of HTML: blocks and `<br>` become line breaks, list items get a dash, scripts and styles go
 * with their content. It is for reading, not a sanitiser: what it returns is text and must be shown as text.
 */
export function htmlToText(html: string): string {
  return withoutScripts(html)
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<li\b[^<>]{0,2000}>/gi, '\n- ')
    .replace(BLOCK, '\n')
    .replace(TAG, '')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,10});/gi, decodeEntity);
}

/** Scripts and styles go with their content. Looks at each piece once, however many are opened and never closed. */
function withoutScripts(html: string): string {
  const kept: string[] = [];
  const never = new Set<string>();
  const lower = html.toLowerCase();
  let from = 0;
  for (const { 0: tag, 1: name = '', index } of lower.matchAll(/<(script|style)\b[^<>]{0,2000}>/g)) {
    if (index < from || never.has(name)) continue;
    const close = lower.indexOf(`</${name}>`, index + tag.length);
    if (close < 0) never.add(name);
    else {
      kept.push(html.slice(from, index));
      from = close + name.length + 3;
    }
  }
  return kept.join('') + html.slice(from);
}

/** Whether the text holds tags or entities at all. A lone "<" as in "< 5 years" is not HTML. */
export function looksLikeHtml(text: string): boolean {
  return htmlToText(text) !== text;
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return lookUp(NAMED, name) ?? lookUp(NAMED, name.toLowerCase()) ?? whole;
  const code =
    name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isText = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isText ? String.fromCodePoint(code) : '';
}
