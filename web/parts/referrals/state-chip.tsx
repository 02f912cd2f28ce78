import type { Referral } from '../../../core/referrals/referral.ts';
import type { ReferralState } from '../../../core/referrals/referral-state.ts';
import { Chip } from '../chip.tsx';
import { useReferralWords } from './use-referral-words.ts';

const TONES: Partial<Record<ReferralState, 'good' | 'signal' | 'error'>> = {
  accepted: 'good',
  'in-progress': 'good',
  completed: 'good',
  draft: 'signal',
  rejected: 'signal',
  failed: 'signal',
};

interface StateChipProps {
  referral: Pick<Referral, 'state'>;
  late?: boolean;
  /** To the partner it is "new", where the school reads "sent". */
  forPartner?: boolean;
}

/** Where a referral stands, in words; a late answer says so. */
export function StateChip({ referral: { state }, late = false, forPartner = false }: StateChipProps) {
  const { t } = useReferralWords();
  if (late)
    return (
      <Chip tone="signal" icon="clock">
        {t('late')}
      </Chip>
    );
  const words =
    forPartner && (state === 'requested' || state === 'received')
      ? t(`partner.${state}`)
      : t(`state.${state}`);
  return <Chip tone={TONES[state] ?? 'plain'}>{words}</Chip>;
}
