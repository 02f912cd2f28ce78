import { type Conference, type ConferenceEdit, MOST_OF } from '../../core/conferences/conference.ts';
import { type EditFault, editConference } from '../../core/conferences/edit-conference.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { mustReadConference, writeConference } from './conference-store.ts';

type Writing = Pick<Deps, 'db' | 'sealing' | 'clock'>;
type Change = Partial<Pick<Conference, 'agenda' | 'decisions' | 'people' | 'steps' | 'day'>>;

/** Each time somebody else was quicker one looks again; more of them than this do not write in one meeting at once. */
const MOST_TRIES = 20;

/** Writes what an edit comes to upon what stands there then: people who write different things do not wait for each other. */
export function applyEdit(deps: Writing, id: string, by: string, edit: ConferenceEdit): Promise<Conference> {
  return changeConference(deps, id, by, (now) => {
    const next = editConference(now, edit);
    if (typeof next === 'string') throw FAULTS[next]();
    return next === now ? undefined : next;
  });
}

/** Notes that a step of the plan was agreed on here; once, however often it is asked for. */
export function noteStep(
  deps: Writing,
  id: string,
  by: string,
  step: Conference['steps'][number],
): Promise<Conference> {
  return changeConference(deps, id, by, ({ steps }) => {
    if (steps.some((one) => one.id === step.id)) return undefined;
    if (steps.length >= MOST_OF.steps) throw tooMany();
    return { steps: [...steps, step] };
  });
}

/** Puts it on another day. */
export function moveConference(deps: Writing, id: string, by: string, day: string): Promise<Conference> {
  return changeConference(deps, id, by, (now) => (now.day === day ? undefined : { day }));
}

async function changeConference(
  deps: Writing,
  id: string,
  by: string,
  compose: (now: Conference) => Change | undefined,
): Promise<Conference> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const now = await mustReadConference(deps, id);
    const change = compose(now);
    if (!change) return now;
    const next = { ...now, ...change, version: now.version + 1, at: deps.clock().toISOString(), by };
    if (await writeConference(deps, next)) return next;
  }
  throw new AppError(
    409,
    'busy',
    'Too many people are writing in this meeting right now. Try again in a moment.',
  );
}

const FAULTS: Record<EditFault, () => AppError> = {
  changed: () =>
    new AppError(409, 'changed', 'Somebody has changed this meanwhile. Look at what stands there now.'),
  'too-many': tooMany,
  empty: () =>
    new AppError(400, 'invalid-input', 'Some of the input is not right.', [
      { path: 'to.text', message: 'needs words' },
    ]),
};

function tooMany(): AppError {
  return new AppError(400, 'too-many', 'There is no room for more on this page. Take something out first.');
}
