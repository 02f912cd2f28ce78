import { useMemo, useState } from 'preact/hooks';
import type { EligibilityWords } from '../../../core/eligibility/eligibility-words.ts';
import { categoriesOf, headersOf } from '../../../core/imports/categories-of.ts';
import type { ColumnNames } from '../../../core/imports/columns.ts';
import { type ImportMapping, isMappedKind, type MappedKind } from '../../../core/imports/import-mapping.ts';
import { knownColumns } from '../../../core/imports/known-columns.ts';
import {
  beginDraft,
  comparedColumns,
  type MappingDraft,
  mappingOf,
} from '../../../core/imports/mapping-draft.ts';
import { createTermFinder, type FindTerm } from '../../../core/imports/term-finder.ts';
import { loadEligibilityWords } from '../../api/eligibility.ts';
import { loadMapping } from '../../api/import-mappings.ts';
import type { ImportRequest } from '../../api/jobs.ts';
import { useSetting } from '../../state/config.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { NO_WORDS } from '../eligibility/say-eligibility.ts';
import type { FileSample } from './read-sample.ts';
import { useSample } from './use-sample.ts';

/** A file whose columns are being mapped. */
export interface OpenMapping {
  kind: MappedKind;
  sample: FileSample;
  headers: readonly string[];
  known: ColumnNames;
  /** Programs and attributes, which files of students have columns for. */
  words: EligibilityWords;
  draft: MappingDraft;
  /** The file's categories, and what each is in our words as far as it was chosen or has one of our names. */
  categories: readonly { name: string; count: number }[];
  terms: Readonly<Record<string, string>>;
  mapping: ImportMapping;
  /** Whether it is known how the source was read before. */
  isReady: boolean;
  /** How the file differs from the one before, where something is remembered of the source. */
  compared?: { gone: string[]; fresh: string[] };
  change(draft: MappingDraft): void;
}

/** Under which name the replies about a source are kept in the page. */
export function mappingKey(kind: MappedKind, source: string): string {
  return `mapping ${kind} ${source}`;
}

/**
 * Reads the beginning of a chosen file in the page and gives its columns with what is remembered of the source or known
 * by their names; nothing where there is nothing to map. `source` is asked for once it has been written to its end.
 */
export function useMapping(
  kind: ImportRequest['kind'],
  source: string,
  file: File | null,
): { open: OpenMapping | undefined; isUnreadable: boolean } {
  const mapped = isMappedKind(kind) ? kind : undefined;
  const { sample, isUnreadable } = useSample(mapped ? file : null);
  const [changed, setChanged] = useState<{ of: unknown; kind: string; draft: MappingDraft } | null>(null);
  const loaded = useLoaded(mapped === 'students' ? 'eligibility words' : null, loadEligibilityWords);
  const key = mapped && source ? mappingKey(mapped, source) : null;
  const looked = useLoaded(key, () => loadMapping(mapped!, source));
  const remembered = looked.data?.mapping ?? undefined;
  const isReady = key === null || looked.data !== undefined || looked.problem !== null;
  const { terms: ours } = useSetting();
  const find = useMemo(() => createTermFinder({ terms: ours.all, get: ours.get }), [ours]);
  const start = useMemo(() => {
    if (!mapped || !sample) return undefined;
    const headers = headersOf(sample.records, mapped === 'areas');
    const words = loaded.data ?? NO_WORDS;
    const known = knownColumns(mapped, words);
    const draft = beginDraft(headers, known, remembered);
    return {
      kind: mapped,
      sample,
      headers,
      known,
      words,
      draft,
      ...(remembered && { compared: comparedColumns(headers, remembered) }),
    };
  }, [mapped, sample, loaded.data, remembered]);
  const open = useMemo(() => {
    if (!start || start.headers.length === 0) return undefined;
    // What somebody changed belongs to the file and the kind for which it was changed.
    const draft = changed?.of === sample && changed?.kind === kind ? changed.draft : start.draft;
    const change = (next: MappingDraft) => setChanged({ of: sample, kind, draft: next });
    return { ...start, ...decided({ ...start, draft }, find), draft, isReady, change };
  }, [start, changed, sample, kind, find, isReady]);
  return { open, isUnreadable };
}

/** What follows from a draft: the categories with what was chosen or suggested for them, and what would be saved. */
function decided(
  { draft, sample, headers, known }: Pick<OpenMapping, 'draft' | 'sample' | 'headers' | 'known'>,
  find: FindTerm,
): Pick<OpenMapping, 'categories' | 'terms' | 'mapping'> {
  const column = draft.choices.indexOf('terms');
  const categories = column < 0 ? [] : categoriesOf(sample.records, headers, column);
  const suggested = categories.flatMap(({ name }) => {
    const term = find(name);
    return term === undefined ? [] : [[name, term] as const];
  });
  const terms = { ...Object.fromEntries(suggested), ...draft.terms };
  return { categories, terms, mapping: mappingOf({ ...draft, terms }, headers, known) };
}
