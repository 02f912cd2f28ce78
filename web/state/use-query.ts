import { useCallback, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';

export interface QueryShape<Q> {
  parse(params: URLSearchParams): Q;
  format(query: Q): URLSearchParams;
}

/**
 * The address is the state: what a screen shows is read from it, and changing what is shown changes it.
 * A change is a step that "back" undoes, unless it says `replace` (hovering, typing).
 */
export function useQuery<Q>(
  shape: QueryShape<Q>,
): [Q, (change: Partial<Q>, how?: { replace?: boolean }) => void] {
  const { url, path, route } = useLocation();
  const search = url.includes('?') ? url.slice(url.indexOf('?') + 1).split('#')[0] : '';
  const query = useMemo(() => shape.parse(new URLSearchParams(search)), [search, shape]);
  const change = useCallback(
    (patch: Partial<Q>, how: { replace?: boolean } = {}) => {
      const next = shape.format({ ...query, ...patch }).toString();
      if (next !== search) route(next ? `${path}?${next}` : path, how.replace ?? false);
    },
    [query, search, path, route, shape],
  );
  return [query, change];
}
