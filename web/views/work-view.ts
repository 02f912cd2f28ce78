import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';

type View = { default: ComponentType<Record<string, unknown>> };

const views = import.meta.glob<View>('./work/*.tsx');

/** The screens for people who work with schools, each `views/work/<name>.tsx` with a default export, loaded when opened. */
export function workView(name: string): ComponentType<Record<string, unknown>> {
  const load = views[`./work/${name}.tsx`] ?? (() => import('./not-found.tsx') as Promise<View>);
  return lazy(load) as unknown as ComponentType<Record<string, unknown>>;
}
