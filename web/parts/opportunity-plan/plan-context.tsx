import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OpportunityPlan } from '../../../core/opportunity-plan/plan-of.ts';
import type { PlanEdit, PlanPage } from '../../api/opportunity-plan.ts';
import type { PlanWords } from './use-plan-words.ts';

/** The plan that is on the screen, and how to write in it. */
export interface PlanOnScreen {
  page: PlanPage;
  plan: OpportunityPlan;
  words: PlanWords;
  /** Whether who looks is the student. */
  own: boolean;
  /**
   * Which of the fields somebody else had changed: what was written is kept beside theirs.
   * @throws Problem when it could not be saved: then what was typed stays in its form.
   */
  save(edits: readonly PlanEdit[]): Promise<readonly string[]>;
}

const PlanContext = createContext<PlanOnScreen | null>(null);

export const PlanProvider = PlanContext.Provider;

export function usePlanOnScreen(): PlanOnScreen {
  const plan = useContext(PlanContext);
  if (!plan) throw new Error('usePlanOnScreen outside PlanProvider');
  return plan;
}
