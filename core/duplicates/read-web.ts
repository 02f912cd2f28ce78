import type { Web } from './comparable.ts';

/** An address of the web as it is compared; undefined for what is none, and for hosts at which many have a page. */
export function readWeb(address: string | undefined, shared: ReadonlySet<string>): Web | undefined {
  const match = /^(?:https?:\/\/)?(?:www\d?\.)?([a-z0-9.-]+\.[a-z]{2,})(?::\d+)?(\/[^?#\s]*)?/i.exec(
    address?.trim() ?? '',
  );
  if (!match) return undefined;
  const host = match[1]!.toLowerCase();
  const page = `${host}${(match[2] ?? '').toLowerCase().replace(/\/(?:index\.\w+|home)?$/, '')}`;
  const isShared = [...shared].some((known) => host === known || host.endsWith(`.${known}`));
  return isShared && page === host ? undefined : { host: isShared ? page : host, page };
}

/** An e-mail address as it is compared. */
export function readEmail(address: string | undefined): string | undefined {
  const text = address?.trim().toLowerCase();
  return text && /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/.test(text) ? text : undefined;
}

/** A telephone number as it is compared: its digits, without a country's 1. */
export function readDigits(number: string): string | undefined {
  const digits = number.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length >= 7 ? digits : undefined;
}
