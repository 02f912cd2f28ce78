import { isOverdue } from '../../core/assessments/action.ts';
import { goalState } from '../../core/assessments/goal.ts';
import { groupFigures } from '../../core/assessments/group-figures.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { actionsOf } from './action-store.ts';
import { goalsOf } from './goal-store.ts';
import type { Place } from './places.ts';
import { askedIn } from './question-store.ts';
import { levelsIn } from './rating-store.ts';

/** Where each of these places stands in a year, as rows of a table. A constant number of queries. */
export async function listAssessments(
  deps: Pick<Deps, 'db' | 'rules' | 'clock'>,
  places: readonly Place[],
  year: number,
) {
  const { db } = deps;
  const ids = places.map(({ id }) => id);
  const districtIds = [...new Set(places.map(({ districtId }) => districtId))];
  const [levels, goals, actions, asked] = await Promise.all([
    levelsIn(db, ids, year),
    goalsOf(db, districtIds, year),
    actionsOf(db, ids, year),
    askedIn(deps, districtIds),
  ]);
  const day = utcDay(deps.clock());
  const rows = places.map((place) => {
    const own = levels.filter(({ placeId }) => placeId === place.id);
    const questions = asked(place.districtId, year);
    const set = goals.filter(({ districtId, dropped }) => districtId === place.districtId && !dropped);
    const todo = actions.filter(({ placeId, state }) => placeId === place.id && state === 'open');
    return {
      place,
      groups: groupFigures(questions, own),
      goals: set.map((goal) => ({ id: goal.id, state: goalState(goal, questions, own) })),
      open: todo.length,
      overdue: todo.filter((action) => isOverdue(action, day)).length,
    };
  });
  return { rows, goals, asked };
}
