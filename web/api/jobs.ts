import type { FeatureCollection } from 'geojson';
import type { GapParams, GapResult, GapUnit } from '../../core/gaps/gap.ts';
import type { DirectoryKind } from '../../core/imports/directory-kinds.ts';
import type { WantedSchools } from '../../core/imports/nces/school-region.ts';
import type { JobView } from '../../core/jobs/job.ts';
import type { List, PagedList } from './list.ts';
import { addressOf, get, post, upload } from './request.ts';

/** Where each kind of long work lives. */
export const JOB_PATHS = {
  match: '/match-runs',
  import: '/imports',
  gaps: '/gap-runs',
  plan: '/placement-plans',
  siting: '/siting-runs',
  duplicates: '/duplicate-runs',
  quality: '/quality-runs',
  geocode: '/geocode-runs',
} as const;
export type JobKind = keyof typeof JOB_PATHS;

export type MatchScope =
  | { scope: 'district' }
  | { scope: 'school'; schoolId: string }
  | { scope: 'students'; studentIds: string[] };

export interface ImportFinding {
  file: string;
  line: number;
  field: string;
  value: string;
  code: string;
  message: string;
  action: string;
  raw?: string;
}

export interface ImportRequest {
  kind: DirectoryKind | 'schools' | 'oneroster' | 'students' | 'areas';
  source: string;
  file: File;
  /** The file is from another Trellis: its records stay the same records. */
  keepIds?: boolean;
  /** Only to see what it would change. */
  dryRun?: boolean;
  roster?: RosterChoices;
  /** Of a file of schools those of one state, county or district; empty: all. */
  only?: WantedSchools;
}

/** How a roster is to be imported. */
export interface RosterChoices {
  /** Says what would change, and stores nothing. */
  dryRun: boolean;
  addSchools: boolean;
  letLeave: boolean;
}

export function loadJobs(kind: JobKind, signal?: AbortSignal): Promise<List<JobView>> {
  return get<List<JobView>>(JOB_PATHS[kind], {}, signal);
}

export function loadJob(kind: JobKind, id: string, signal?: AbortSignal): Promise<JobView> {
  return get<JobView>(`${JOB_PATHS[kind]}/${id}`, {}, signal);
}

export function cancelJob(kind: JobKind, id: string): Promise<JobView> {
  return post<JobView>(`${JOB_PATHS[kind]}/${id}/cancel`);
}

export function startMatchRun(scope: MatchScope): Promise<JobView> {
  return post<JobView>(JOB_PATHS.match, scope);
}

export function startGapRun(params: GapParams): Promise<JobView> {
  return post<JobView>(JOB_PATHS.gaps, params);
}

export function startImport(
  { kind, source, file, keepIds, dryRun, roster, only }: ImportRequest,
  onProgress?: (share: number) => void,
): Promise<JobView> {
  const asked = { kind, source, filename: file.name, keepIds, dryRun, ...roster, only: asWords(only) };
  return upload<JobView>(JOB_PATHS.import, asked, file, onProgress);
}

/** "state=OR;county=Polk"; what parts the words cannot stand in one. */
function asWords(only: WantedSchools = {}): string | undefined {
  const said = Object.entries(only).map(([field, word]) => [field, word?.replace(/[;=]/g, ' ').trim()]);
  const words = said.filter(([, word]) => word).map((pair) => pair.join('='));
  return words.length > 0 ? words.join(';') : undefined;
}

export function loadImportReport(
  id: string,
  query: { page?: number; code?: string } = {},
  signal?: AbortSignal,
): Promise<PagedList<ImportFinding>> {
  return get<PagedList<ImportFinding>>(`/imports/${id}/report`, query, signal);
}

export function loadGapResult(id: string, signal?: AbortSignal): Promise<GapResult> {
  return get<GapResult>(`/gap-runs/${id}/result`, {}, signal);
}

/** The areas (or points, by school) of a gap run with its rows as properties. */
export function loadGapShapes(id: string, by: GapUnit, signal?: AbortSignal): Promise<FeatureCollection> {
  return get<FeatureCollection>(`/gap-runs/${id}.geojson`, { by }, signal);
}

export function gapTableAddress(id: string, by: GapUnit): string {
  return addressOf(`/gap-runs/${id}.csv`, { by });
}
