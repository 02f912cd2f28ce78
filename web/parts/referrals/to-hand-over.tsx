import { isUnanswered } from '../../../core/referrals/referral-state.ts';
import type { ListedReferral } from '../../api/referrals.ts';
import { useHandOverText } from './use-hand-over-text.ts';

interface ToHandOverProps {
  referral: Pick<ListedReferral, 'id' | 'state' | 'serviceId' | 'unreached'>;
  /** Named for those who cannot see in which row it stands. */
  about: string;
}

/** Where no mail reaches a partner that is asked: why, and what to do instead. */
export function ToHandOver({ referral, about }: ToHandOverProps) {
  const t = useHandOverText();
  const { id, state, serviceId, unreached } = referral;
  if (!isUnanswered(state)) return null;
  return (
    <div class="no-print">
      {unreached && <p class="small referral-unreached">{t(`why.${unreached}`)}</p>}
      <p class="row small">
        <a href={`/referrals?letter=${id}`} aria-label={t('do.letterFor', { what: about })}>
          {t('do.letter')}
        </a>
        {unreached === 'no-address' && (
          <a href={`/services/${serviceId}`} aria-label={t('do.addressFor', { what: about })}>
            {t('do.address')}
          </a>
        )}
      </p>
    </div>
  );
}
