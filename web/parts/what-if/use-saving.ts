import { useState } from 'preact/hooks';
import type { ScenarioDraft } from '../../../core/what-if/scenario.ts';
import type { Problem } from '../../api/problem.ts';
import {
  changeScenario,
  createScenario,
  deleteScenario,
  loadScenario,
  restoreScenario,
  type ScenarioView,
} from '../../api/what-if.ts';
import { asProblem, keepReply } from '../../state/use-loaded.ts';

export interface Saving {
  busy: boolean;
  problem: Problem | null;
  /** What somebody else has saved over the version that was changed here. */
  theirs: ScenarioView | null;
  /** The scenario that was deleted last, as long as this page is open. */
  deleted: ScenarioView | null;
  /** Over a scenario at its version, or as a new one. */
  save(draft: ScenarioDraft, over?: Pick<ScenarioView, 'id' | 'version'>): Promise<ScenarioView | undefined>;
  remove(scenario: ScenarioView): Promise<boolean>;
  restore(): Promise<ScenarioView | undefined>;
  forgetTheirs(): void;
}

/** Saving, deleting, and undoing that. Whatever fails, what was tried stays on the page. */
export function useSaving(onSaved: () => void): Saving {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [theirs, setTheirs] = useState<ScenarioView | null>(null);
  const [deleted, setDeleted] = useState<ScenarioView | null>(null);

  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    setBusy(true);
    setProblem(null);
    try {
      const done = await work();
      onSaved();
      return done;
    } catch (error) {
      setProblem(asProblem(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  async function write(draft: ScenarioDraft, over?: Pick<ScenarioView, 'id' | 'version'>) {
    if (!over) return createScenario(draft);
    try {
      return await changeScenario(over.id, { ...draft, version: over.version });
    } catch (error) {
      if (asProblem(error).code === 'scenario-changed') setTheirs(await loadScenario(over.id));
      throw error;
    }
  }

  return {
    busy,
    problem,
    theirs,
    deleted,
    save: (draft, over) =>
      attempt(async () => {
        const saved = await write(draft, over);
        setTheirs(null);
        keepReply(`scenario ${saved.id}`, saved);
        return saved;
      }),
    remove: async (scenario) => {
      const done = await attempt(async () => {
        await deleteScenario(scenario.id);
        setDeleted(scenario);
        return true;
      });
      return done ?? false;
    },
    restore: () =>
      attempt(async () => {
        const restored = deleted ? await restoreScenario(deleted.id) : undefined;
        setDeleted(null);
        return restored;
      }),
    forgetTheirs: () => setTheirs(null),
  };
}
