import { useEffect, useState } from 'preact/hooks';

/** Where list and map stand side by side; the same width as in the styles. */
export const WIDE = '(min-width: 900px)';

/** Whether a media query holds, now and after it changes. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const hear = () => setHolds(list.matches);
    hear();
    list.addEventListener('change', hear);
    return () => list.removeEventListener('change', hear);
  }, [query]);
  return holds;
}
