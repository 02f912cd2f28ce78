import type { PreparedMatching } from '../../core/matching/prepare-matching.ts';
import type { School } from '../../core/schools/school.ts';
import type { Deps } from '../deps.ts';
import { readOfferState } from '../directory/offer-changes.ts';
import { listSchools } from '../schools/school-store.ts';
import { readWorld } from './read-world.ts';

interface Kept {
  /** Undefined before anything was announced: then nothing can be said about changes. */
  state: string | undefined;
  schools: string;
  /** Ages and hours go by the day. */
  today: string;
  prepared: PreparedMatching;
}

/**
 * What matching asks, kept in this process for questions about one student. Every call asks first whether offers or
 * schools have changed since, so the answers are those of a run that begins now.
 */
export function currentWorld(deps: Pick<Deps, 'db' | 'rules'>): (today: string) => Promise<PreparedMatching> {
  let kept: Kept | undefined;
  let working: Promise<unknown> = Promise.resolve();

  async function update(today: string): Promise<void> {
    // Read before the offers: what is written in between is announced later, and then read again.
    const marks = await readMarks(deps, today);
    if (isStill(kept, marks)) return;
    kept = { ...marks, prepared: (await readWorld(deps, today)).prepared };
  }

  return async (today) => {
    if (!isStill(kept, await readMarks(deps, today))) {
      // One after the other; a failed one is the trouble of who asked for it.
      const mine = working.then(
        () => update(today),
        () => update(today),
      );
      working = mine;
      await mine;
    }
    return kept!.prepared;
  };
}

type Marks = Omit<Kept, 'prepared'>;

async function readMarks({ db }: Pick<Deps, 'db'>, today: string): Promise<Marks> {
  const [{ state }, schools] = await Promise.all([readOfferState(db, undefined), listSchools(db)]);
  return { state, schools: JSON.stringify(schools.map(schoolMark).sort()), today };
}

function schoolMark({ id, point, dayStartsAt, dayEndsAt }: School): string {
  return JSON.stringify([id, point?.coordinates ?? null, dayStartsAt ?? null, dayEndsAt ?? null]);
}

function isStill(kept: Kept | undefined, { state, schools, today }: Marks): boolean {
  return (
    kept !== undefined &&
    state !== undefined &&
    kept.state === state &&
    kept.schools === schools &&
    kept.today === today
  );
}
