import { type HsdsObject, told, type Untold } from './hsds-object.ts';

/**
 * HSDS asks for a format where directories have words: "e-mail: ask at the desk", a telephone extension "0123", a time
 * zone by its name. What fits goes where HSDS has it; what does not stands, as it was told, in `as_told` of our profile.
 */
export function fitted(fields: Readonly<Record<string, Fitting | undefined>>): Untold {
  const fit: Record<string, string | number> = {};
  const rest: Record<string, string> = {};
  for (const [field, fitting] of Object.entries(fields)) {
    if (fitting === undefined) continue;
    if (fitting.value !== undefined) fit[field] = fitting.value;
    else rest[field] = fitting.text;
  }
  return { ...fit, as_told: orNothing(told(rest)) };
}

/** A text and what it is in HSDS's format; undefined where it has not that format. */
interface Fitting {
  text: string;
  value: string | number | undefined;
}

const URI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
const BARE_DOMAIN = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][^\s<>"{}|\\^`]*)?$/i;
const EMAIL = /^[^\s@<>"',;()[\]\\]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** People write "example.org" and mean the page there. */
export function asUri(text: string | undefined): Fitting | undefined {
  if (!text) return undefined;
  if (URI.test(text)) return { text, value: text };
  return { text, value: BARE_DOMAIN.test(text) ? `http://${text}` : undefined };
}

export function asEmail(text: string | undefined): Fitting | undefined {
  return text ? { text, value: EMAIL.test(text) ? text : undefined } : undefined;
}

/** A number only where it says the same: "0123" and "12a" stay words. */
export function asNumber(text: string | undefined): Fitting | undefined {
  if (!text) return undefined;
  return { text, value: /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined };
}

/** What HSDS has no format for that could hold it. */
export function asWords(text: string | undefined): Fitting | undefined {
  return text ? { text, value: undefined } : undefined;
}

function orNothing(object: HsdsObject): HsdsObject | undefined {
  return Object.keys(object).length > 0 ? object : undefined;
}
