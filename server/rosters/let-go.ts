import type { RosterFacts } from '../../core/imports/oneroster/roster-facts.ts';
import { isHalfGone } from '../../core/imports/oneroster/roster-summary.ts';
import { leaveRoll } from '../students/leave-roll.ts';
import { ON_ROLL } from '../students/on-roll.ts';
import { students } from '../students/student-collection.ts';
import type { RosterFindings } from './roster-findings.ts';
import type { RosterImport } from './roster-import.ts';
import type { Tally } from './roster-tally.ts';

const BATCH = 1000;
/** Students of one answer; of each only who it is. */
const AT_ONCE = 10_000;

interface Gone {
  _id: string;
  schoolId: string;
  source: { id: string };
}

interface Asked {
  run: RosterImport;
  facts: RosterFacts;
  tally: Tally;
  findings: RosterFindings;
  /** Whether each line of the file could be read. */
  isWhole: boolean;
}

/**
 * Notes that students of this source have left whom a file of all students does not name. Nobody leaves where that cannot
 * be sure: a line that nobody can read may be anybody's, and more than half at once look like half a file. Gives how many
 * were kept for such a reason.
 */
export async function letGo({ run, facts, tally, findings, isWhole }: Asked): Promise<number> {
  const { gone, there } = await findGone(run, facts);
  const isDoubtful = isHalfGone(gone.length, there) && !run.letLeave;
  if (gone.length > 0 && (!isWhole || isDoubtful)) {
    findings.at(
      'users.csv',
      0,
    )({
      code: 'not-left',
      action: 'kept',
      detail: isWhole ? HALF : TORN,
    });
    return gone.length;
  }
  for (let at = 0; at < gone.length; at += BATCH) {
    run.signal?.throwIfAborted();
    const some = gone.slice(at, at + BATCH);
    const ids = some.map(({ _id }) => _id);
    if (!run.dryRun) {
      await run.onChanges({ added: [], changed: [{ fields: ['leftAt'], studentIds: ids }] });
      await leaveRoll(run.db, ids, run.at);
    }
    for (const { schoolId } of some) tally.add('left', schoolId);
  }
  return 0;
}

async function findGone(
  { db, source }: RosterImport,
  facts: RosterFacts,
): Promise<{ gone: Gone[]; there: number }> {
  const cursor = db.collection<Gone>(students.name).find({ 'source.system': source, ...ON_ROLL } as object, {
    projection: { schoolId: 1, 'source.id': 1 },
    batchSize: AT_ONCE,
  });
  const gone: Gone[] = [];
  let there = 0;
  for await (const student of cursor) {
    there += 1;
    if (!facts.hasMet(student.source.id)) gone.push(student);
  }
  return { gone, there };
}

const TORN = 'Some lines of the file could not be read, and nobody can tell whose they are.';
const HALF =
  'They are more than half of those from this source, which looks like a part of a file. If it is right, import it again and let them leave.';
