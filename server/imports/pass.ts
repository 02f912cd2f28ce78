import { isUuid } from '../../core/hsds/hsds-object.ts';
import type { Assembly } from '../../core/imports/family.ts';
import { type Finding, findingOf, type RowPlace } from '../../core/imports/finding.ts';
import { createTermMap } from '../../core/imports/map-terms.ts';
import { createProgramFinder } from '../../core/imports/program-finder.ts';
import type { HsdsImport } from './hsds-import.ts';
import { Counter } from './import-result.ts';
import { recordId } from './record-id.ts';
import { UnmappedTerms } from './unmapped-terms.ts';

/** What the steps of one import share. */
export interface Pass {
  run: HsdsImport;
  counter: Counter;
  assembly: Assembly;
  unmapped: UnmappedTerms;
  /** Findings told while records are put together, on their way to the sink. */
  told: Finding[];
  /** Rows of which the report must keep nothing. */
  concealed: RowPlace[];
  /** Whom the records ask to name. */
  credits: Set<string>;
  stored: number;
  total: number;
  /** Tells how far it is, and stops where it is to stop. */
  step(): Promise<void>;
}

export function createPass(run: HsdsImport): Pass {
  const told: Finding[] = [];
  const concealed: RowPlace[] = [];
  const unmapped = new UnmappedTerms();
  const assembly: Assembly = {
    system: run.source,
    idOf: (kind, id) => (run.keepIds && isUuid(id) ? id : recordId(kind, { system: run.source, id })),
    mapTerms: createTermMap(run.taxonomy, run.crosswalks),
    findProgram: createProgramFinder(run.eligibility.programs),
    tell: (note, place) => void told.push(findingOf(note, place)),
    conceal: (places) => void concealed.push(...places),
    unmapped: (term, place) => unmapped.add(term, place),
  };
  const pass: Pass = {
    run,
    counter: new Counter(),
    assembly,
    unmapped,
    told,
    concealed,
    credits: new Set(),
    stored: 0,
    total: 0,
    async step() {
      run.signal?.throwIfAborted();
      for (const finding of told.splice(0)) await run.findings.add(finding);
      await run.onProgress?.({
        step: 'storing',
        done: pass.stored,
        total: Math.max(pass.total, pass.stored),
      });
    },
  };
  return pass;
}
