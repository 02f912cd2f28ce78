import type { Connection } from 'mongoose';
import type { District } from '../../core/district/district.ts';
import type { EligibilityWords } from '../../core/eligibility/eligibility-words.ts';
import type { RosterSummary } from '../../core/imports/oneroster/roster-summary.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import type { ChangeListener, DirectoryStore } from '../imports/directory-store.ts';
import type { ImportResult, ImportRun } from '../imports/import-result.ts';
import type { StudentPeople } from '../students/student-people.ts';

/** A roster to be read, with all that is asked for it. */
export interface RosterImport extends ImportRun {
  db: Connection;
  district: District;
  taxonomy: Taxonomy;
  eligibility: EligibilityWords;
  store: Pick<DirectoryStore, 'schools'>;
  people: StudentPeople;
  /** Hears what is about to change of which students. */
  onChanges: ChangeListener;
  /** Reads and compares, and writes nothing but what it would have done. */
  dryRun: boolean;
  /** Adds schools that are not known, without a place on the map. */
  addSchools: boolean;
  /** Lets more than half of the students leave at once. */
  letLeave: boolean;
  /** The moment by which the whole import goes. */
  at: string;
}

export type RosterResult = ImportResult & { roster: RosterSummary };
