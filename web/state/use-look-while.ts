import { useEffect } from 'preact/hooks';

/** How often a page looks while something is on its way. */
const LOOK_MS = 1500;

/** What ends by itself: the page asks now and then until it has. */
export function useLookWhile(isBusy: boolean, reload: () => void): void {
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(reload, LOOK_MS);
    return () => clearInterval(timer);
  }, [isBusy, reload]);
}
