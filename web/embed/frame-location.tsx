import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { LocationProvider } from 'preact-iso';

/**
 * Find's address, kept in the frame and not in the browser: no step of a search comes between the reader and the page
 * that they were on before. Ways within Find (`/?…`, another page of the list) stay in the frame.
 */
export function FrameLocation({ start, children }: { start: string; children: ComponentChildren }) {
  const [url, setUrl] = useState(start);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const way = wayWithin(event);
      if (way === null) return;
      event.preventDefault();
      setUrl(way);
    };
    addEventListener('click', follow);
    return () => removeEventListener('click', follow);
  }, []);
  const location = useMemo(
    () => ({
      url,
      path: '/',
      query: {},
      route: (to: string) => setUrl(to),
      back: () => undefined,
      forward: () => undefined,
    }),
    [url],
  );
  return <LocationProvider.ctx.Provider value={location}>{children}</LocationProvider.ctx.Provider>;
}

/** Where a click leads within Find; null for all that is for the browser to do. */
function wayWithin(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = link?.target === '' ? link.getAttribute('href') : null;
  return href?.startsWith('/?') ? href : null;
}
