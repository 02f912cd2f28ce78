import type { District } from '../../core/district/district.ts';
import type { Term } from '../../core/taxonomy/term.ts';
import type { TravelRules } from '../../core/travel/travel.ts';
import { get } from './request.ts';

export interface DemoAccount {
  email: string;
  password: string;
  role: string;
  name: string;
}

export interface Config {
  district: District | null;
  tiles: { url: string; attribution: string } | null;
  travel: TravelRules;
  demo: boolean;
  demoAccounts?: DemoAccount[];
}

export function loadConfig(): Promise<Config> {
  return get<Config>('/config');
}

export async function loadTerms(): Promise<Term[]> {
  return (await get<{ items: Term[] }>('/taxonomy')).items;
}
