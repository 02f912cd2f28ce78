import { type WaitingItem, type WaitingKind, waitingItem } from '../../core/home/waiting.ts';
import type { Action } from '../../core/policy/actions.ts';
import { decide } from '../../core/policy/decide.ts';
import { localDay } from '../../core/schedule/local-day.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { countNamed } from './answer-store.ts';
import { listSurveys } from './survey-store.ts';
import { type SurveyView, viewSurveys } from './view-survey.ts';

const DAY_MS = 86_400_000;
/** A reminder still helps for as long. */
const LAST_DAYS = 3;

/**
 * What of surveys waits for an account: `surveys-to-count` (over; `oldest`: the first last day), `surveys-few` (about
 * to end with fewer answers than may be told) and `survey-names` (answers with a name that nobody has looked at).
 */
export async function waitingSurveys(
  deps: Pick<Deps, 'db' | 'clock'>,
  account: Account,
): Promise<WaitingItem[]> {
  const may = (action: Action, districtId: string, schoolIds: readonly string[]) =>
    decide(account, action, { districtId, schoolIds }).allowed;
  const seen = await viewSurveys(deps, await listSurveys(deps.db), ({ districtId, schoolId }) =>
    may('surveys.read', districtId, [schoolId]),
  );
  const own = seen.filter(({ districtId, schoolIds }) => may('surveys.edit', districtId, schoolIds));
  const soon = localDay(new Date(deps.clock().getTime() + LAST_DAYS * DAY_MS), 'UTC');
  const few = own.filter(
    (each) => each.state === 'open' && each.answersFrom === null && each.closesOn <= soon,
  );
  return [
    ...item(
      'surveys-to-count',
      own.filter(({ state }) => state === 'ended'),
    ),
    ...item('surveys-few', few),
    ...(await waitingNames(deps, seen, (survey, schoolId) =>
      may('survey-names.read', survey.districtId, [schoolId]),
    )),
  ];
}

async function waitingNames(
  { db }: Pick<Deps, 'db'>,
  surveys: readonly SurveyView[],
  mayRead: (survey: SurveyView, schoolId: string) => boolean,
): Promise<WaitingItem[]> {
  const named = surveys.filter((survey) => survey.named);
  const counts = await countNamed(
    db,
    named.map(({ id }) => id),
  );
  const open = counts.filter(({ surveyId, schoolId }) =>
    named.some((survey) => survey.id === surveyId && mayRead(survey, schoolId)),
  );
  const count = open.reduce((sum, { answers }) => sum + answers, 0);
  return waitingItem('survey-names', count, addressOf(open.map((each) => each.surveyId)));
}

function item(kind: WaitingKind, surveys: readonly SurveyView[]): WaitingItem[] {
  const oldest = surveys
    .map(({ closesOn }) => closesOn)
    .sort()
    .at(0);
  return waitingItem(kind, surveys.length, addressOf(surveys.map(({ id }) => id)), oldest);
}

/** The survey itself, or the list where there are several. */
function addressOf(ids: readonly string[]): string {
  const [id, ...others] = new Set(ids);
  return id !== undefined && others.length === 0 ? `/surveys/${id}` : '/surveys';
}
