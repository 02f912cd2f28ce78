import type { PlanFields } from './fold-changes.ts';
import { fieldOf, MAIN_PART, PLAN_LISTS, type PlanList, readField } from './plan-field.ts';
import { idsIn } from './plan-of.ts';
import { PLAN_SHAPES } from './plan-value.ts';

/** More than anybody can keep in mind, and what one page can hold. */
export const MOST_ITEMS: Readonly<Record<PlanList, number>> = { goals: 20, steps: 60, supporters: 20 };

export interface PlanFault {
  field: string;
  message: string;
}

/** What is wrong with a plan as it would be: items that say nothing, ways to reach somebody who did not agree, too many. */
export function findFaults(after: PlanFields, touched: readonly string[]): PlanFault[] {
  const items = new Map<string, [PlanList, string]>();
  for (const field of touched) {
    const found = readField(field);
    if (found && found.list !== 'words') items.set(`${found.list}/${found.id}`, [found.list, found.id]);
  }
  const faults = [...items.values()].flatMap(([list, id]) => faultsOfItem(after, list, id));
  return [...faults, ...PLAN_LISTS.flatMap((list) => tooMany(after, list))];
}

function faultsOfItem(after: PlanFields, list: PlanList, id: string): PlanFault[] {
  const at = (part: string) => after.get(fieldOf(list, id, part))?.value ?? null;
  const main = MAIN_PART[list];
  const isEmpty = Object.keys(PLAN_SHAPES[list]).every((part) => at(part) === null);
  const faults: PlanFault[] = [];
  if (at(main) === null && !isEmpty)
    faults.push({ field: fieldOf(list, id, main), message: 'needs words; take the whole out instead' });
  if (list === 'supporters' && at('contact') !== null && at('mayContact') !== true)
    faults.push({
      field: fieldOf(list, id, 'contact'),
      message: 'is noted only of somebody who has agreed to it',
    });
  return faults;
}

function tooMany(after: PlanFields, list: PlanList): PlanFault[] {
  if (idsIn(after, list).length <= MOST_ITEMS[list]) return [];
  return [{ field: list, message: `at most ${MOST_ITEMS[list]} at a time` }];
}
