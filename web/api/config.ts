import type { DemoSignIn, Installation } from '../../core/district/installation.ts';
import type { Term } from '../../core/taxonomy/term.ts';
import { get } from './request.ts';

export type Config = Installation;
export type DemoAccount = DemoSignIn;

export function loadConfig(): Promise<Config> {
  return get<Config>('/config');
}

export async function loadTerms(): Promise<Term[]> {
  return (await get<{ items: Term[] }>('/taxonomy')).items;
}
