import type { RecordKind } from '../../core/corrections/correction.ts';
import type { ProposalList, RecordView } from '../../core/corrections/field-view.ts';
import { get, post, put, remove } from './request.ts';

export type ProposalAnswer = 'take' | 'keep';

interface FieldOf {
  kind: RecordKind;
  id: string;
  field: string;
  /** What was seen. */
  version: string;
}

const addressOf = ({ kind, id, field }: FieldOf) => `/corrections/${kind}/${encodeURIComponent(id)}/${field}`;

export function loadRecord(kind: RecordKind, id: string, signal?: AbortSignal): Promise<RecordView> {
  return get(`/corrections/${kind}/${encodeURIComponent(id)}`, {}, signal);
}

export function correctField(of: FieldOf, value: unknown, reason?: string): Promise<RecordView> {
  return put(addressOf(of), { value, seen: of.version, ...(reason && { reason }) });
}

export function takeBack(of: FieldOf, reason?: string): Promise<RecordView> {
  return remove(addressOf(of), { seen: of.version, ...(reason && { reason }) });
}

export function answerProposal(of: FieldOf, answer: ProposalAnswer, reason?: string): Promise<RecordView> {
  return put(`${addressOf(of)}/proposal`, { answer, seen: of.version, ...(reason && { reason }) });
}

export function loadProposals(signal?: AbortSignal): Promise<ProposalList> {
  return get('/corrections/proposals', {}, signal);
}

export function answerAll(
  source: string,
  answer: ProposalAnswer,
  until: string,
): Promise<ProposalList & { answered: number }> {
  return post('/corrections/proposals/answers', { source, answer, until });
}
