import type { Config } from '../config.ts';

/**
 * Where a partner answers. The token stands behind the "#", which browsers send to no server. Without PUBLIC_URL it is a
 * path of this installation.
 */
export function answerAddress({ publicUrl }: Pick<Config, 'publicUrl'>, token: string): string {
  const path = `/answer#${token}`;
  return publicUrl === undefined ? path : new URL(path, publicUrl).href;
}
