import { lazy } from 'preact-iso';

type Views = typeof import('./work/views.ts')['views'];

/** A part of another view that only people who work with Trellis need, or that waits behind a click: as work-page.ts. */
export function workView<T>(pick: (views: Views) => Promise<{ default: T }>) {
  return lazy<T>(async () => pick((await import('./work/views.ts')).views));
}
