import { lazy } from 'preact-iso';

type Views = typeof import('./work/views.ts')['views'];

/**
 * A view of the people who work with Trellis. The names of its files (each with a hash) would weigh on the first view,
 * so they come with one more small file when the first such view is opened.
 */
export function workView<T>(pick: (views: Views) => Promise<{ default: T }>) {
  return lazy<T>(async () => pick((await import('./work/views.ts')).views));
}
