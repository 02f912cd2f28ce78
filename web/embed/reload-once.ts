/**
 * After an update the files that an open page still names are gone. Loading the page once more brings the new ones;
 * a page that was loaded once more already is left as it is.
 */
export function reloadOnceAfterUpdate(): void {
  addEventListener('vite:preloadError', () => {
    const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (navigator.onLine && load?.type !== 'reload') location.reload();
  });
}
