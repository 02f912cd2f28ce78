import type { ColumnNames } from './columns.ts';

/** Names of columns in files of students, by field of ours. */
export const STUDENT_COLUMNS: ColumnNames = {
  student_id: ['id', 'local_id', 'student_number', 'sis_id', 'student'],
  school: ['school_id', 'school_name', 'nces_id', 'ncessch', 'school_code'],
  grade: ['grade_level', 'current_grade'],
  birth_month: ['birth_year_month', 'birthdate', 'birth_date', 'date_of_birth', 'dob'],
  languages: ['language', 'home_language', 'home_languages'],
  needs: ['need'],
  interests: ['interest'],
  free_times: ['free_time', 'freeTimes', 'availability'],
  travel_modes: ['travel_mode', 'travelModes', 'modes'],
  home_cell: ['cell', 'h3', 'h3_cell'],
  home_lat: ['home_latitude', 'lat', 'latitude'],
  home_lon: ['home_longitude', 'home_lng', 'lon', 'lng', 'longitude'],
};

export type StudentField =
  | 'student_id'
  | 'school'
  | 'grade'
  | 'birth_month'
  | 'languages'
  | 'needs'
  | 'interests'
  | 'free_times'
  | 'travel_modes'
  | 'home_cell'
  | 'home_lat'
  | 'home_lon';
