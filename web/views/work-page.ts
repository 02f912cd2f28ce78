import { lazy } from 'preact-iso';
import type { WorkPath } from './work-paths.ts';

/**
 * A page of the people who work with Trellis. The names of its files (each with a hash) would weigh on the first view,
 * so they come with one more small file when the first such page is opened.
 */
export function workPage(path: WorkPath) {
  return lazy(async () => (await import('./work/pages.ts')).pages[path]());
}
