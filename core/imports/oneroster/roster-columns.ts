import type { ColumnNames } from '../columns.ts';
import type { RosterFile } from './manifest.ts';

/**
 * The columns that are read of each file, in the names of OneRoster 1.2 as `normalizeHeader` writes them, with those
 * that 1.0, 1.1 and their extensions use. No other column is looked at.
 */
export const ROSTER_COLUMNS: Readonly<Record<RosterFile, ColumnNames>> = {
  orgs: { id: ['sourced_id'], status: [], name: [], type: [], identifier: [] },
  users: {
    id: ['sourced_id'],
    status: [],
    role: [],
    orgs: ['org_sourced_ids'],
    primary_org: ['primary_org_sourced_id'],
    number: ['identifier'],
    given_name: [],
    family_name: [],
    preferred_name: ['preferred_given_name', 'preferred_first_name'],
    grades: ['grade'],
    // No column of OneRoster tells it; these are extensions of the standard that are met.
    language: [
      'home_language',
      'metadata_language',
      'metadata_home_language',
      'ext_imagine_learning_language',
    ],
  },
  roles: {
    id: ['user_sourced_id'],
    status: [],
    role: [],
    role_type: [],
    org: ['org_sourced_id'],
  },
  demographics: {
    id: ['sourced_id', 'user_sourced_id'],
    status: [],
    birth_date: ['birthdate'],
  },
  classes: { id: ['sourced_id'], status: [], grades: ['grade'] },
  enrollments: {
    id: ['user_sourced_id'],
    status: [],
    role: [],
    class: ['class_sourced_id'],
    org: ['school_sourced_id'],
    primary: [],
  },
};
