import { useLayoutEffect, useState } from 'preact/hooks';

/** Nobody sees more than this at once; it holds until the frame was measured. */
const FIRST_HEIGHT = 800;

/**
 * How far a frame is scrolled and how much of it is seen below its head, in whole rows: the page is drawn again only
 * when another row comes into sight.
 */
export function useSeen(
  frame: { current: HTMLElement | null },
  rowHeight: number,
): { top: number; height: number } {
  const [row, setRow] = useState(0);
  const [height, setHeight] = useState(FIRST_HEIGHT);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => {
      setRow(Math.floor(element.scrollTop / rowHeight));
      setHeight(element.clientHeight);
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      watcher.disconnect();
    };
  }, [rowHeight]);
  return { top: row * rowHeight, height: height + rowHeight };
}
