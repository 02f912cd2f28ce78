/*
 * Gives each Trellis frame of this page the height of what it shows. Optional: without it the frame keeps its height
 * and scrolls by itself. Reads and keeps nothing.
 */
(() => {
  const { origin } = new URL(document.currentScript.src);
  const frames = () => [...document.querySelectorAll('iframe')];
  addEventListener('message', (event) => {
    const height = event.data?.trellisHeight;
    if (event.origin !== origin || !Number.isFinite(height)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === event.source);
    if (frame) frame.style.height = `${Math.min(Math.max(height, 320), 6000)}px`;
  });
  // Frames that were there before this script have told it already.
  for (const frame of frames())
    if (frame.src.startsWith(`${origin}/embed`)) frame.contentWindow.postMessage('trellis-height', '*');
})();
