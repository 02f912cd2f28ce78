/** A student of a made-up roster. */
export interface Pupil {
  id: string;
  number?: string;
  given?: string;
  family?: string;
  org?: string;
  grades?: string;
  birth?: string;
  status?: string;
  role?: string;
}

/** Stands where a password stands; it must never be found anywhere. */
export const PASSWORD = 'Batman.Ru1ez,"quoted"';
export const PASSWORD_WORDS = ['Batman.Ru1ez', 'quoted'];

interface Shape {
  version?: '1.1' | '1.2';
  mode?: 'bulk' | 'delta';
  orgs?: [id: string, name: string, identifier?: string][];
}

/** The files of an export as a student information system writes them: users with passwords, and a teacher. */
export function rosterFiles(
  pupils: readonly Pupil[],
  {
    version = '1.1',
    mode = 'bulk',
    orgs = [
      ['o-0', 'School 0'],
      ['o-1', 'School 1'],
    ],
  }: Shape = {},
): Record<string, string> {
  const all: Pupil[] = [...pupils, { id: 'teacher-1', given: 'Ada', family: 'Teacher', role: 'teacher' }];
  const status = ({ status: said = mode === 'delta' ? 'active' : '' }: Pupil) => said;
  const files: Record<string, string[][]> = {
    orgs: [
      ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId'],
      ['d-1', '', '', 'The district', 'district', '', ''],
      ...orgs.map(([id, name, identifier = '']) => [id, '', '', name, 'school', identifier, 'd-1']),
    ],
    users: version === '1.1' ? users11(all, status) : users12(all, status),
    demographics: [
      ['sourcedId', 'status', 'dateLastModified', 'birthDate', 'sex'],
      ...all.flatMap((one) => (one.birth ? [[one.id, status(one), '', one.birth, 'female']] : [])),
    ],
    ...(version === '1.2' && {
      roles: [
        ['sourcedId', 'status', 'dateLastModified', 'userSourcedId', 'roleType', 'role', 'orgSourcedId'],
        ...all.map((one) => [
          `r-${one.id}`,
          status(one),
          '',
          one.id,
          'primary',
          one.role ?? 'student',
          one.org ?? 'o-0',
        ]),
      ],
      userProfiles: [
        ['sourcedId', 'userSourcedId', 'credentialType', 'username', 'password'],
        ...all.map(({ id }) => [`p-${id}`, id, 'login', id, PASSWORD]),
      ],
    }),
  };
  const manifest = [
    ['propertyName', 'value'],
    ['manifest.version', '1.0'],
    ['oneroster.version', version],
    ...Object.keys(files).map((name) => [`file.${name}`, mode]),
    ['file.enrollments', 'absent'],
    ['file.classes', 'absent'],
  ];
  return Object.fromEntries(
    Object.entries({ ...files, manifest }).map(([name, rows]) => [`${name}.csv`, csv(rows)]),
  );
}

function users11(all: readonly Pupil[], status: (one: Pupil) => string): string[][] {
  return [
    [
      'sourcedId',
      'status',
      'enabledUser',
      'orgSourcedIds',
      'role',
      'username',
      'givenName',
      'familyName',
      'identifier',
      'grades',
      'password',
    ],
    ...all.map((one) => [
      one.id,
      status(one),
      'true',
      one.org ?? 'o-0',
      one.role ?? 'student',
      one.id,
      one.given ?? 'Ana',
      one.family ?? 'López',
      one.number ?? '',
      one.grades ?? '04',
      PASSWORD,
    ]),
  ];
}

function users12(all: readonly Pupil[], status: (one: Pupil) => string): string[][] {
  return [
    [
      'sourcedId',
      'status',
      'enabledUser',
      'username',
      'givenName',
      'familyName',
      'identifier',
      'grades',
      'password',
      'preferredGivenName',
      'primaryOrgSourcedId',
      'resourceSourcedIds',
    ],
    ...all.map((one) => [
      one.id,
      status(one),
      'true',
      one.id,
      one.given ?? 'Ana',
      one.family ?? 'López',
      one.number ?? '',
      one.grades ?? '04',
      PASSWORD,
      '',
      '',
      'res-1,res-2',
    ]),
  ];
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
