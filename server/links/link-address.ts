import type { Config } from '../config.ts';
import type { LinkPurpose } from './link-purpose.ts';

/**
 * Where a link leads. The token stands behind the "#": browsers send that part to no server, so it is in no log, and a
 * mail scanner that opens the link does not use it up. Without PUBLIC_URL it is a path of this installation.
 */
export function linkAddress(
  { publicUrl }: Pick<Config, 'publicUrl'>,
  purpose: LinkPurpose,
  token: string,
): string {
  const path = `/sign-in/set-password#${purpose}.${token}`;
  return publicUrl === undefined ? path : new URL(path, publicUrl).href;
}
