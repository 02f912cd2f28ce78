import type { BoundingBox } from '../../core/geo/point.ts';
import type { AreaStore } from './area-store.ts';
import type { ImportRun } from './import-result.ts';
import type { InputLimits } from './input-limits.ts';
import type { Staging } from './staging.ts';

export interface AreasImport extends ImportRun {
  bounds?: BoundingBox | undefined;
  /** Our field → the file's column, for files whose names are not known. */
  columns?: Readonly<Record<string, string>> | undefined;
  store: AreaStore;
  staging: Staging;
  limits?: Partial<InputLimits> | undefined;
}
