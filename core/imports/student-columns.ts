import type { EligibilityWords } from '../eligibility/eligibility-words.ts';
import type { ColumnNames } from './columns.ts';

/** So many contacts a row can name: contact_1_name, contact_1_phone, contact_2_name… */
export const CONTACT_NUMBERS = [1, 2, 3] as const;
type ContactNumber = (typeof CONTACT_NUMBERS)[number];

const CONTACT_PARTS = {
  name: [''],
  relation: ['relation', 'relationship'],
  email: ['email', 'mail'],
  phone: ['phone', 'telephone', 'mobile'],
  language: ['language'],
  may_consent: ['may_consent', 'consent'],
} as const;
export type ContactPart = keyof typeof CONTACT_PARTS;
export type ContactField = `contact_${ContactNumber}_${ContactPart}`;

/** Names of columns in files of students, by field of ours. */
export const STUDENT_COLUMNS: ColumnNames = {
  student_id: ['id', 'local_id', 'student_number', 'sis_id', 'student'],
  school: ['school_id', 'school_name', 'nces_id', 'ncessch', 'school_code'],
  grade: ['grade_level', 'current_grade'],
  given_name: ['first_name', 'given', 'firstname', 'nombre'],
  family_name: ['last_name', 'surname', 'lastname', 'family', 'apellidos', 'apellido'],
  preferred_name: ['preferred', 'nickname', 'goes_by'],
  name: ['student_name', 'full_name'],
  birth_date: ['birthdate', 'date_of_birth', 'dob'],
  birth_month: ['birth_year_month'],
  languages: ['language', 'home_language', 'home_languages'],
  needs: ['need'],
  interests: ['interest'],
  free_times: ['free_time', 'freeTimes', 'availability'],
  travel_modes: ['travel_mode', 'travelModes', 'modes'],
  home_cell: ['cell', 'h3', 'h3_cell'],
  home_lat: ['home_latitude', 'lat', 'latitude'],
  home_lon: ['home_longitude', 'home_lng', 'lon', 'lng', 'longitude'],
  notes: ['note', 'comment', 'comments', 'remarks', 'notas'],
  gender: ['sex', 'genero', 'género', 'sexo'],
  income_band: [
    'income',
    'income_fpl',
    'fpl',
    'fpl_percent',
    'percent_fpl',
    'poverty_percent',
    'poverty_level',
  ],
  lunch_status: [
    'lunch',
    'frl',
    'frl_status',
    'free_reduced_lunch',
    'free_and_reduced_lunch',
    'meal_status',
    'meal_eligibility',
    'school_food_service_eligibility',
  ],
  programs: ['program', 'programas'],
  ...contactColumns(),
};

/** The same with a column for each program ("snap", "program:snap") and each attribute ("attribute:first-generation"). */
export function studentColumns({ programs, attributes }: EligibilityWords): ColumnNames {
  const ofPrograms = programs.map(({ id, names }): [StudentField, string[]] => [
    `program:${id}`,
    [id, ...names],
  ]);
  const ofAttributes = attributes.map(({ name }): [StudentField, string[]] => [`attribute:${name}`, [name]]);
  return { ...STUDENT_COLUMNS, ...Object.fromEntries([...ofPrograms, ...ofAttributes]) };
}

/** "guardian", "guardian_1_phone", "parent2_email": the first of each kind may go without its number. */
function contactColumns(): ColumnNames {
  const columns = CONTACT_NUMBERS.flatMap((n) =>
    Object.entries(CONTACT_PARTS).map(([part, words]): [ContactField, string[]] => {
      const people = ['contact', 'guardian', 'parent'].flatMap((who) => [
        `${who}_${n}`,
        `${who}${n}`,
        ...(n === 1 ? [who] : []),
      ]);
      const named = part === 'name' ? ['name', ...words] : words;
      return [
        `contact_${n}_${part as ContactPart}`,
        people.flatMap((who) => named.map((word) => (word === '' ? who : `${who}_${word}`))),
      ];
    }),
  );
  return Object.fromEntries(columns);
}

export type StudentField =
  | 'student_id'
  | 'school'
  | 'grade'
  | 'given_name'
  | 'family_name'
  | 'preferred_name'
  | 'name'
  | 'birth_date'
  | 'birth_month'
  | 'languages'
  | 'needs'
  | 'interests'
  | 'free_times'
  | 'travel_modes'
  | 'home_cell'
  | 'home_lat'
  | 'home_lon'
  | 'notes'
  | 'gender'
  | 'income_band'
  | 'lunch_status'
  | 'programs'
  | `program:${string}`
  | `attribute:${string}`
  | ContactField;
