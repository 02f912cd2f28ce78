import { fieldOf, type PlanList } from '../../../core/opportunity-plan/plan-field.ts';

/** The parts of an item that its form has, in the order in which they are asked. */
const PARTS: Readonly<Record<PlanList, readonly string[]>> = {
  goals: ['text', 'term', 'area'],
  steps: ['text', 'goal', 'helper', 'by', 'referral'],
  supporters: ['name', 'relation', 'mayContact', 'contact'],
};

export function fieldsOfItem(list: PlanList, id: string): string[] {
  return PARTS[list].map((part) => fieldOf(list, id, part));
}
