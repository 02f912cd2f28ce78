/** By address: the link that was followed from there. */
const left = new Map<string, string>();
let wentBack = false;

/**
 * Notes which link is followed, and whether the browser's own back or forward was used. Called before the router
 * listens, as the new view may stand before a later listener is asked.
 */
export function watchFocus(): void {
  addEventListener('popstate', () => {
    wentBack = true;
  });
  const follow = (event: MouseEvent) => {
    wentBack = false;
    const link = event.target instanceof Element ? event.target.closest('a[id]') : null;
    if (link) left.set(here(), link.id);
  };
  addEventListener('click', follow, true);
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
