/** What the page around asks for the height (public/embed.js), and what it is told. */
const ASKED = 'trellis-height';

/** Tells the page around how high this is, whenever that changes or is asked for. A height and nothing else. */
export function tellHeight(element: Element): void {
  if (parent === window) return;
  const tell = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    // Whoever frames us may know it.
    parent.postMessage({ trellisHeight: height }, '*');
  };
  new ResizeObserver(tell).observe(element);
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data === ASKED) tell();
  });
}
