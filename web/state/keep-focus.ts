/** By address: the link that was followed from there. */
const left = new Map<string, string>();
let wentBack = false;

/** Notes which link is followed, and whether the browser's own back or forward was used. */
export function watchFocus(): () => void {
  const follow = (event: MouseEvent) => {
    wentBack = false;
    const link = event.target instanceof Element ? event.target.closest('a[id]') : null;
    if (link) left.set(here(), link.id);
  };
  const pop = () => {
    wentBack = true;
  };
  addEventListener('click', follow, true);
  addEventListener('popstate', pop, true);
  return () => {
    removeEventListener('click', follow, true);
    removeEventListener('popstate', pop, true);
  };
}

/**
 * After a new view stands: going back puts the focus on the link it came from; going forward puts it on the heading,
 * so that a screen reader begins where the new page begins.
 */
export function placeFocus(): void {
  const link = wentBack ? document.getElementById(left.get(here()) ?? '') : null;
  const heading = document.querySelector<HTMLElement>('main h1');
  const target = link ?? heading;
  if (!target) return;
  if (!link) target.tabIndex = -1;
  target.focus({ preventScroll: link === null });
}

function here(): string {
  return location.pathname + location.search;
}
