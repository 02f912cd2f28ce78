import { useEffect, useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';

const kept = new Map<string, number>();

/** A pane that scrolls by itself is found again as it was left, once its content is there. */
export function useKeptScroll(pane: { current: HTMLElement | null }, filled: boolean): void {
  const { url } = useLocation();
  useLayoutEffect(() => {
    const top = kept.get(url);
    if (filled && top !== undefined && pane.current) pane.current.scrollTop = top;
  }, [filled]);
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const keep = () => kept.set(url, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [url]);
}
