import type { AgreementStatus } from '../../../core/agreements/agreement-status.ts';
import { Chip } from '../chip.tsx';
import { useAgreements } from './use-agreements.ts';

const TONES = {
  draft: 'plain',
  proposed: 'plain',
  upcoming: 'plain',
  active: 'good',
  expiring: 'signal',
  ended: 'plain',
} as const;

export function StatusChip({ status }: { status: AgreementStatus }) {
  const { t } = useAgreements();
  return <Chip tone={TONES[status]}>{t(`status.${status}`)}</Chip>;
}
