import type { Correction, Proposal, RecordKind } from './correction.ts';

/** Who corrected a field: somebody by name (empty: the account has gone), or a tool. */
export type CorrectorView = { name: string } | Extract<Correction['by'], { tool: string }>;

/** A field of a record, with where its value comes from. */
export interface FieldView {
  field: string;
  value: unknown;
  /** Since when the source says what it says; absent: nobody noted it. */
  since?: string;
  corrected?: { by: CorrectorView; at: string; sourceValue: unknown };
  proposal?: Proposal;
  /** To be sent with a change: who has not seen the newest value is told so. */
  version: string;
}

export interface RecordView {
  kind: RecordKind;
  id: string;
  name: string;
  /** The name of the source. */
  source: string;
  items: FieldView[];
}

/** Something else that a source says of a field since somebody corrected it. */
export interface ProposalView extends Required<Pick<FieldView, 'field' | 'value' | 'proposal' | 'version'>> {
  kind: RecordKind;
  id: string;
  name: string;
  by: CorrectorView;
  at: string;
}

export interface ProposalList {
  items: ProposalView[];
  total: number;
  /** All that are open to who asks, by source. */
  sources: { source: string; count: number }[];
}
