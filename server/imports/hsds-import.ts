import type { District } from '../../core/district/district.ts';
import type { EligibilityWords } from '../../core/eligibility/eligibility-words.ts';
import type { DirectoryTable } from '../../core/imports/directory-table/directory-reader.ts';
import type { Crosswalk } from '../../core/taxonomy/crosswalk.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import type { DirectoryStore } from './directory-store.ts';
import type { ImportRun } from './import-result.ts';
import type { InputLimits } from './input-limits.ts';
import type { Staging } from './staging.ts';

/** What an import of a directory needs. */
export interface HsdsImport extends ImportRun {
  /** Says which points lie in the community; without one no point is outside. */
  district?: District | undefined;
  taxonomy: Taxonomy;
  eligibility: EligibilityWords;
  crosswalks: readonly Crosswalk[];
  store: DirectoryStore;
  staging: Staging;
  /** The ids in the files are ours: they come from another installation, or from before. */
  keepIds?: boolean | undefined;
  /** Makes the offers of these services anew. Called a batch at a time. */
  rebuildOffers?: ((serviceIds: readonly string[]) => Promise<unknown>) | undefined;
  /** Hears whom the records ask to name. */
  keepCredits?: ((credits: ReadonlySet<string>) => Promise<void>) | undefined;
  /** The files are tables with a row a service, not HSDS. */
  table?: DirectoryTable | undefined;
  /** The files are of OpenStreetMap. */
  isOsm?: boolean | undefined;
  limits?: Partial<InputLimits> | undefined;
}
