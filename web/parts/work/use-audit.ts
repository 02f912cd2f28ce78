import { loadReasons } from '../../api/audit.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { auditEn } from '../../text/audit-en.ts';
import { auditEs } from '../../text/audit-es.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import type { SayAudit } from './audit-words.ts';
import { useWork, type Work } from './use-work.ts';

const texts = { en: auditEn, es: auditEs };

/** What the pages about who has seen what speak with; `reason` says a code in words. */
export interface AuditVoice {
  t: SayAudit;
  work: Work;
  reason(code: string | undefined): string;
}

export function useAudit(): AuditVoice {
  const work = useWork();
  const t = useTextOf(texts);
  const reasons = useLoaded('reasons', loadReasons);
  const words = new Map(reasons.data?.items.map((reason) => [reason.code, reason[work.language]]));
  return { t, work, reason: (code) => (code === undefined ? '' : (words.get(code) ?? code)) };
}
