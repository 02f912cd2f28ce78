import { lazy } from 'preact-iso';
import type { WorkPath } from './work-paths.ts';

type Views = typeof import('./work/views.ts')['views'];

/**
 * A page of the people who work with Trellis. The names of its files (each with a hash) would weigh on the first view,
 * so they come with one more small file when the first such page is opened.
 */
export function workPage(path: WorkPath) {
  return lazy(async () => (await import('./work/pages.ts')).pages[path]());
}

/** A part of another view that only they need, or that waits behind a click. */
export function workView<T>(pick: (views: Views) => Promise<{ default: T }>) {
  return lazy<T>(async () => pick((await import('./work/views.ts')).views));
}
