import type { Agreement, AgreementFacts, Delivery, Stage } from '../../core/agreements/agreement.ts';
import type { ApprovalMode, DocumentKind } from '../../core/agreements/agreement-rules.ts';
import type { AgreementStatus } from '../../core/agreements/agreement-status.ts';
import type { PartnerApproval } from '../../core/agreements/approval.ts';
import type { PromiseState } from '../../core/agreements/delivered.ts';
import type { PaperFile } from '../../core/agreements/paper-file.ts';
import type { PaperState } from '../../core/agreements/paper-states.ts';
import type {
  DocumentFacts,
  DocumentState,
  PartnerDocument,
} from '../../core/agreements/partner-document.ts';
import type { EndWarning } from '../../core/agreements/warn-of-end.ts';
import { addressOf, get, post, put, upload } from './request.ts';

export interface Named {
  id: string;
  name: string;
}

export interface AgreementRow {
  id: string;
  title: string;
  organization: Named;
  /** Empty: the whole district. */
  schools: Named[];
  stage: Stage;
  status: AgreementStatus;
  startsOn: string;
  lastDay: string;
  warning?: EndWarning;
  papers: PaperState[];
  toCheck: number;
  late: number;
}

export interface AgreementList {
  items: AgreementRow[];
  kinds: DocumentKind[];
  usualMonths: number;
}

/** An account's name; null where it has gone. */
type By = { by: string | null };

export interface AgreementPage {
  agreement: Omit<Agreement, 'deliveries' | 'history'>;
  organization: Named;
  schools: Named[];
  status: AgreementStatus;
  lastDay: string;
  warning?: EndWarning;
  approval: PartnerApproval;
  promises: PromiseState[];
  deliveries: (Omit<Delivery, 'by'> & By)[];
  history: (Omit<Agreement['history'][number], 'by'> & By)[];
  papers: PaperState[];
  documents: Paper[];
  renewedBy: string | null;
  kinds: DocumentKind[];
  mayChange: boolean;
  mayHandIn: boolean;
}

export type Paper = Omit<
  PartnerDocument,
  'handedInBy' | 'checkedBy' | 'organizationId' | 'districtId' | 'file' | 'formerFile'
> & {
  handedInBy: string | null;
  checkedBy: string | null;
  file: Pick<PaperFile, 'type' | 'bytes' | 'at'> | null;
  /** One step back, or forth again. */
  mayUndoFile: boolean;
};

export function loadAgreements(signal?: AbortSignal): Promise<AgreementList> {
  return get('/agreements', {}, signal);
}

export function loadAgreement(id: string, signal?: AbortSignal): Promise<AgreementPage> {
  return get(`/agreements/${id}`, {}, signal);
}

export function makeAgreement(
  organizationId: string,
  districtId: string,
  facts: AgreementFacts,
): Promise<AgreementPage> {
  return post('/agreements', { organizationId, districtId, facts });
}

export function saveAgreement(id: string, version: number, facts: AgreementFacts): Promise<AgreementPage> {
  return put(`/agreements/${id}`, { version, facts });
}

export function stepAgreement(
  id: string,
  step: { version: number; to: Stage; on?: string; reason?: string },
): Promise<AgreementPage> {
  return post(`/agreements/${id}/stage`, step);
}

export function renewAgreement(id: string): Promise<AgreementPage> {
  return post(`/agreements/${id}/renewals`);
}

export function addDelivery(
  id: string,
  delivery: Pick<Delivery, 'promiseId' | 'quantity' | 'on' | 'note'>,
): Promise<AgreementPage> {
  return post(`/agreements/${id}/deliveries`, delivery);
}

export function handInPaper(id: string, paper: DocumentFacts): Promise<AgreementPage> {
  return post(`/agreements/${id}/documents`, paper);
}

export function checkPaper(
  id: string,
  paperId: string,
  check: { state: DocumentState; reason?: string },
): Promise<AgreementPage> {
  return post(`/agreements/${id}/documents/${paperId}/check`, check);
}

const fileOf = (id: string, paperId: string) => `/agreements/${id}/documents/${paperId}/file`;

/** Where a browser fetches the file of a paper. */
export function addressOfPaper(id: string, paperId: string): string {
  return addressOf(fileOf(id, paperId));
}

export function sendPaper(id: string, paperId: string, file: File): Promise<AgreementPage> {
  return upload(fileOf(id, paperId), {}, file);
}

/** The file as it was before the last change of it. */
export function undoPaper(id: string, paperId: string): Promise<AgreementPage> {
  return post(`${fileOf(id, paperId)}/undo`);
}

export interface ApprovalSetting {
  districtId: string;
  mode: ApprovalMode;
}

export function loadApprovalSetting(signal?: AbortSignal): Promise<ApprovalSetting> {
  return get('/approval-settings', {}, signal);
}

export function saveApprovalSetting(setting: ApprovalSetting): Promise<ApprovalSetting> {
  return put('/approval-settings', setting);
}
