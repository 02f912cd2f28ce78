import type { Binary } from 'mongodb';
import type { PointInput } from '../../../core/access/points/point-task.ts';
import type { CollectionSpec } from '../../store/collection.ts';

/** Columns of numbers, as `packNumbers` writes them. */
export type Packed = Buffer | Binary;

/** What all ranges of a large gap run have in common. Its id is the run's. */
export interface RangeProblemRecord {
  id: string;
  /** Changes whenever the same question would be asked of other places or other sites. */
  inputs: string;
  ranges: number;
  steps: PointInput['steps'];
  /** What people are rounded to, of each of those who are counted (`peopleToCount`). */
  units: number[];
  /** Longitude, latitude, places. */
  sites: Packed;
  /** Of each who are counted, of each site: there when all ranges are counted. */
  ratios?: Packed;
}

/** A range of places of a large gap run, and what has been found of it so far. */
export interface RangeRecord {
  id: string;
  runId: string;
  n: number;
  /** Longitude, latitude, then of each who are counted how many. */
  places: Packed;
  /** Of each who are counted, of each step, of each site: people up to that step. */
  counts?: Packed;
  /** Of each who are counted, of each place. */
  access?: Packed;
}

export const rangeProblems: CollectionSpec = { name: 'access_problems', indexes: [] };
export const ranges: CollectionSpec = { name: 'access_ranges', indexes: [[{ runId: 1, n: 1 }]] };

export const rangeCollections: readonly CollectionSpec[] = [rangeProblems, ranges];
