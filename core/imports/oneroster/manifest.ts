/** Of a file: everything that there is, only what has changed, or not sent. */
const MODES = ['bulk', 'delta', 'absent'] as const;
export type FileMode = (typeof MODES)[number];

/** Versions of OneRoster CSV that are read (1EdTech: OneRoster CSV Tables 1.1 and 1.2; 1.0 has the columns of 1.1). */
const VERSIONS = ['1.0', '1.1', '1.2'];

/** The files that are read, by the names that the manifest gives them. */
export const ROSTER_FILES = ['orgs', 'users', 'roles', 'demographics', 'classes', 'enrollments'] as const;
export type RosterFile = (typeof ROSTER_FILES)[number];

export interface Manifest {
  version: string;
  modes: ReadonlyMap<string, FileMode>;
}

/** What a manifest says, from its rows of name and value; or why it cannot be obeyed, in plain words. */
export function readManifest(rows: readonly (readonly string[])[]): Manifest | string {
  const said = new Map(rows.map(([name = '', value = '']) => [name.trim().toLowerCase(), value.trim()]));
  const version = said.get('oneroster.version') ?? '';
  if (!VERSIONS.includes(version))
    return version === ''
      ? 'The manifest does not say which version of OneRoster this is (oneroster.version).'
      : `The manifest says OneRoster ${version.slice(0, 20)}. Versions 1.0, 1.1 and 1.2 can be read.`;
  const modes = new Map<string, FileMode>();
  for (const [name, value] of said) {
    const file = /^file\.(.+)$/.exec(name)?.[1];
    if (file === undefined) continue;
    const mode = MODES.find((one) => one === value.toLowerCase());
    if (!mode)
      return `The manifest says "${value.slice(0, 20)}" of ${file.slice(0, 40)}.csv. It must be bulk, delta or absent.`;
    modes.set(file, mode);
  }
  return { version, modes };
}

/** Where manifest and files disagree, each file by its name; empty where they agree. */
export function manifestFaults({ modes }: Manifest, names: readonly string[]): string[] {
  const there = new Set(names.map((name) => name.toLowerCase()));
  const faults = [...modes].flatMap(([file, mode]) => {
    if (mode === 'absent' && there.has(file))
      return [`${file}.csv is there, and the manifest says it is absent.`];
    return mode !== 'absent' && !there.has(file)
      ? [`${file}.csv is missing, and the manifest says it is there (${mode}).`]
      : [];
  });
  const unsaid = ROSTER_FILES.filter((file) => there.has(file) && !modes.has(file));
  const users = modes.get('users') ?? 'absent';
  return [
    ...faults,
    ...unsaid.map((file) => `${file}.csv is there, and the manifest says nothing of it.`),
    ...(users === 'absent' && faults.length === 0
      ? ['There is no users.csv, so there are no students.']
      : []),
  ];
}
