import { goalState } from '../../core/assessments/goal.ts';
import { groupFigures, levelsOf } from '../../core/assessments/group-figures.ts';
import { accountNames } from '../accounts/account-names.ts';
import type { Deps } from '../deps.ts';
import { actionsOf } from './action-store.ts';
import type { ActionRecord, GoalRecord, RatingRecord } from './assessment-collections.ts';
import { goalsOf } from './goal-store.ts';
import { liveFigures } from './live-figures.ts';
import { listPlaces, type Place } from './places.ts';
import { type AskedIn, askedIn } from './question-store.ts';
import { levelsIn, type RatedLevel, ratingsOf } from './rating-store.ts';

type Reading = Pick<Deps, 'db' | 'rules' | 'clock'>;

/** Everything about the assessment of these places in a year. A constant number of queries. */
export async function viewPlaces(deps: Reading, places: readonly Place[], year: number) {
  const { db } = deps;
  const ids = places.map(({ id }) => id);
  const districtIds = [...new Set(places.map(({ districtId }) => districtId))];
  const [ratings, levels, goals, actions, asked, figures] = await Promise.all([
    ratingsOf(db, ids, year),
    levelsIn(db, ids),
    goalsOf(db, districtIds, year),
    actionsOf(db, ids, year),
    askedIn(deps, districtIds),
    listPlaces(db).then((all) => liveFigures(deps, districtIds, all)),
  ]);
  const names = await accountNames(db, [
    ...ratings.map(({ accountId }) => accountId),
    ...actions.flatMap(({ history }) => history.map(({ by }) => by)),
  ]);
  const read = { year, ratings, levels, goals, actions, asked, names };
  return places.map((place) => ({ ...viewPlace(place, read), figures: figures(place) }));
}

export type PlaceView = Awaited<ReturnType<typeof viewPlaces>>[number];

interface Read {
  year: number;
  ratings: readonly RatingRecord[];
  levels: readonly RatedLevel[];
  goals: readonly GoalRecord[];
  actions: readonly ActionRecord[];
  asked: AskedIn;
  names: ReadonlyMap<string, string>;
}

function viewPlace(place: Place, { year, ratings, levels, goals, actions, asked, names }: Read) {
  const isHere = ({ placeId }: { placeId: string }) => placeId === place.id;
  const questions = asked(place.districtId, year);
  const own = ratings.filter(isHere);
  const everHere = levels.filter(isHere);
  const before = levelsOf(
    asked(place.districtId, year - 1),
    everHere.filter((rating) => rating.year === year - 1),
  );
  const nameOf = (id: string) => names.get(id) ?? null;
  return {
    place,
    year,
    groups: groupFigures(questions, own),
    years: yearOverYear(place, everHere, asked),
    questions: questions.map((question) => ({
      ...question,
      lastYear: before.get(question.id) ?? null,
      ratings: own
        .filter((rating) => rating.question === question.id)
        .reverse()
        .map((rating) => viewRating(rating, nameOf)),
    })),
    goals: goals
      .filter(({ districtId, dropped }) => districtId === place.districtId && !dropped)
      .map(({ id, on, target, note }) => ({
        id,
        on,
        target,
        note,
        state: goalState({ on, target }, questions, own),
      })),
    actions: actions.filter(isHere).map((action) => viewAction(action, nameOf)),
  };
}

/** Where the place stood in each year in which something was rated, the first year first. */
function yearOverYear({ districtId }: Place, levels: readonly RatedLevel[], asked: AskedIn) {
  const years = [...new Set(levels.map((rating) => rating.year))].sort((a, b) => a - b);
  return years.map((year) => ({
    year,
    groups: groupFigures(
      asked(districtId, year),
      levels.filter((rating) => rating.year === year),
    ),
  }));
}

/** The newest rating of a question comes first and holds. */
function viewRating(rating: RatingRecord, nameOf: (id: string) => string | null) {
  const { number, level, evidence, figures, asked, at, accountId } = rating;
  return { number, level, evidence, figures, asked, at, by: nameOf(accountId) };
}

function viewAction({ placeId: _, history, ...action }: ActionRecord, nameOf: (id: string) => string | null) {
  return { ...action, history: history.map(({ by, ...event }) => ({ ...event, by: nameOf(by) })) };
}
