import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Student } from '../../core/students/student.ts';
import type { Deps } from '../../server/deps.ts';
import { readDistrict } from '../../server/settings/district-store.ts';
import { model, type Stored } from '../../server/store/collection.ts';
import { forgetAgain } from '../../server/students/forget-again.ts';
import { forgetStudent } from '../../server/students/forget-student.ts';
import type { ForgottenTrace } from '../../server/students/forgotten-collection.ts';
import { addTraces, liftForgotten, listForgotten } from '../../server/students/forgotten-store.ts';
import { students } from '../../server/students/student-collection.ts';
import { readStudent } from '../../server/students/student-store.ts';
import { Refusal } from '../start/refusal.ts';
import { type Command, type CommandInput, HELP } from './help.ts';

const Traces = z.array(
  z.strictObject({ id: z.string().min(1), group: z.string().min(1), forgottenAt: z.iso.datetime() }),
);

/** Forgets students, forgets them again after a backup came back, and lifts it. */
export const studentCommand: Command = async ({ words, values, say }) => {
  const [what] = words;
  const number = typeof values.number === 'string' ? values.number : undefined;
  const list = typeof values.list === 'string' ? pathOf(values.list) : undefined;
  if (what === 'forget' && values.again) {
    const traces = list ? await readTraces(list) : [];
    return (deps) => forgetAllAgain(deps, traces, say);
  }
  if (what === 'forget' && number !== undefined) {
    if (values.confirm !== number)
      throw new Refusal('This cannot be undone. Give the number a second time with --confirm.');
    return (deps) => forgetOne(deps, number, say);
  }
  if (what === 'forgotten' && list !== undefined) return (deps) => keepList(deps, list, say);
  if (what === 'lift' && number !== undefined) return (deps) => lift(deps, number, say);
  throw new Refusal(HELP);
};

type Say = CommandInput['say'];

function pathOf(file: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

async function readTraces(path: string): Promise<ForgottenTrace[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refusal(`There is no file ${path}.`);
  });
  const parsed = Traces.safeParse(safeJson(text));
  if (!parsed.success) throw new Refusal(`${path} is no list of forgotten students.`);
  return parsed.data;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function forgetAllAgain(deps: Deps, traces: readonly ForgottenTrace[], say: Say): Promise<number> {
  await addTraces(deps.db, traces);
  say(`Forgotten again: ${await forgetAgain(deps, new Date())}`);
  return 0;
}

async function forgetOne(deps: Deps, number: string, say: Say): Promise<number> {
  const student = await findStudent(deps, number);
  await deps.audit.record({ action: 'student.forget', account: null, studentIds: [student.id] });
  say(JSON.stringify(await forgetStudent(deps, student, new Date()), null, 2));
  return 0;
}

async function findStudent({ db }: Deps, number: string): Promise<Student> {
  const districtId = await districtIdOf(db);
  const found = await model<Student>(db, students)
    .findOne({ districtId, localId: number }, { _id: 1 })
    .lean<Pick<Stored<Student>, '_id'>>();
  const student = found && (await readStudent(db, found._id));
  if (!student) throw new Refusal('There is no student with this number.');
  return student;
}

async function keepList({ db }: Deps, path: string, say: Say): Promise<number> {
  const traces = await listForgotten(db);
  await writeFile(path, `${JSON.stringify(traces, null, 1)}\n`, { mode: 0o600 });
  say(`${new Set(traces.map(({ group }) => group)).size} forgotten students are on the list ${path}`);
  return 0;
}

async function lift(deps: Deps, number: string, say: Say): Promise<number> {
  const districtId = await districtIdOf(deps.db);
  const lifted = await liftForgotten(deps, { districtId, localId: number });
  say(lifted ? 'The student may come back with the next import.' : 'Nobody with this number is on the list.');
  return lifted ? 0 : 1;
}

async function districtIdOf(db: Deps['db']): Promise<string> {
  const district = await readDistrict(db);
  if (!district) throw new Refusal('There is no district yet.');
  return district.id;
}
