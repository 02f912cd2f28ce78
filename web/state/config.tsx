import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { School } from '../../core/schools/school.ts';
import { type Config, loadConfig, loadTerms } from '../api/config.ts';
import { loadSchools } from '../api/schools.ts';
import { indexTerms, type Terms } from './taxonomy.ts';
import { useLoaded } from './use-loaded.ts';

/** What every screen needs to know about this installation. Empty until it came; then it does not change. */
export interface Setting {
  config: Config | null;
  terms: Terms;
  schools: readonly School[];
  units: 'miles' | 'kilometers';
  timezone: string;
  ready: boolean;
  /** The installation could not be reached. */
  failed: boolean;
  reload(): void;
}

const SettingContext = createContext<Setting | null>(null);

export function SettingProvider({ children }: { children: ComponentChildren }) {
  const config = useLoaded('config', loadConfig);
  const terms = useLoaded('taxonomy', loadTerms);
  const schools = useLoaded('schools', loadSchools);
  const setting = useMemo<Setting>(
    () => ({
      config: config.data ?? null,
      terms: indexTerms(terms.data ?? []),
      schools: schools.data ?? [],
      units: config.data?.district?.units ?? 'miles',
      timezone: config.data?.district?.timezone ?? 'America/Chicago',
      ready: config.data !== undefined && terms.data !== undefined && schools.data !== undefined,
      failed: config.problem !== null,
      reload: () => {
        for (const part of [config, terms, schools]) part.reload();
      },
    }),
    [config.data, terms.data, schools.data, config.problem],
  );
  return <SettingContext.Provider value={setting}>{children}</SettingContext.Provider>;
}

export function useSetting(): Setting {
  const setting = useContext(SettingContext);
  if (!setting) throw new Error('useSetting outside SettingProvider');
  return setting;
}
