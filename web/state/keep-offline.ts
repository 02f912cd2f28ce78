/** Lets the browser keep what was seen of the public directory. Without it everything works, but only online. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  });
}

/**
 * After an update the files that an open page still names are gone. Loading the page once more brings the new ones;
 * not more than once a minute, lest a missing file makes it go round.
 */
export function reloadAfterUpdate(): void {
  const KEY = 'trellis-reloaded';
  addEventListener('vite:preloadError', () => {
    if (!navigator.onLine || Date.now() - Number(sessionStorage.getItem(KEY) ?? 0) < 60_000) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    location.reload();
  });
}
