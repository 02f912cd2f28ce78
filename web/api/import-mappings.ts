import type { ImportMapping, MappedKind } from '../../core/imports/import-mapping.ts';
import { get, put } from './request.ts';

export interface RememberedMapping {
  mapping: ImportMapping | null;
  savedAt?: string;
}

function pathOf(kind: MappedKind, source: string): string {
  return `/import-mappings/${encodeURIComponent(source)}?kind=${kind}`;
}

export function loadMapping(kind: MappedKind, source: string): Promise<RememberedMapping> {
  return get<RememberedMapping>(pathOf(kind, source));
}

export function saveMapping(kind: MappedKind, source: string, mapping: ImportMapping): Promise<void> {
  return put<void>(pathOf(kind, source), mapping);
}
