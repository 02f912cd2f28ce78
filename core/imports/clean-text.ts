import type { FindingCode } from './finding-codes.ts';
import { htmlToText } from './html-to-text.ts';

export interface CleanText {
  text: string;
  /** What had to be done beyond trimming. */
  repairs: FindingCode[];
}

/** Words by which files say "nothing here". */
const NOTHING = new Set(['null', 'nil', 'undefined', 'n/a', '#n/a', 'nan', '#ref!', '#value!', '#name?']);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u200b\u2060\ufeff\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Words of ASCII with one blank between them, and nothing that markup, entities or escapes begin with: clean as it is. */
const PLAIN = /^[!-%'-;=?-[\]-~]+(?: [!-%'-;=?-[\]-~]+)*$/;

/** Text as people read it: no HTML, real line breaks, NFC, no trailing blanks, at most one empty line in a row. */
export function cleanText(value: string): CleanText {
  if (PLAIN.test(value)) return { text: value, repairs: [] };
  const repairs: FindingCode[] = [];
  const step = (code: FindingCode, before: string, after: string): string => {
    if (after !== before) repairs.push(code);
    return after;
  };
  let text = value.replace(/\r\n?/g, '\n');
  text = step('escaped-newline', text, unescapeNewlines(text));
  text = step('html-removed', text, htmlToText(text));
  text = step('control-characters', text, text.replace(CONTROL, '').replace(LONE_SURROGATE, ''));
  return { text: tidy(text), repairs };
}

/** The same on one line. */
export function cleanLine(value: string): CleanText {
  const { text, repairs } = cleanText(value);
  return { text: text.replace(/\s+/g, ' '), repairs };
}

/** Whether a cell holds one of the words for "nothing". */
export function saysNothing(text: string): boolean {
  return text === '' || NOTHING.has(text.toLowerCase());
}

function unescapeNewlines(text: string): string {
  // A path such as C:\new or \\server\name is left alone: a break is written before a blank, a capital, the end, or another escape.
  return text.replace(/(?:\\r)?\\n(?=\s|[A-Z0-9•*\-\\]|$)/g, '\n').replace(/\\r(?=\n|\s|$)/g, '\n');
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\u00a0]/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
