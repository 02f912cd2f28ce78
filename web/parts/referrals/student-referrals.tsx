import { turnReferral } from '../../api/referrals.ts';
import { useSession } from '../../state/session.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import { ConsentNeeded } from './consent-needed.tsx';
import { NextSteps } from './next-steps.tsx';
import { ReferralSteps } from './referral-steps.tsx';
import { useStudentReferrals } from './referrals-provider.tsx';
import { StateChip } from './state-chip.tsx';
import { ToHandOver } from './to-hand-over.tsx';
import { useReferralWords } from './use-referral-words.ts';

/** On the student's page: whom somebody has asked for help, how it stands, and every step of it. */
export function StudentReferrals() {
  const { t, term } = useReferralWords();
  const referrals = useStudentReferrals();
  const isFamily = useSession().has('family', 'student');
  if (!referrals) return null;
  const { data, problem, mayRefer, reload } = referrals;
  const mayAskConsent = mayRefer || isFamily;
  if (problem && !data) return <ErrorState problem={problem} onRetry={reload} />;
  return (
    <section class="section" aria-labelledby="referrals">
      <div class="section-head">
        <h2 id="referrals">{t('part.title')}</h2>
        {mayRefer && (
          <a class="no-print" href="/referrals">
            {t('nav.all')}
          </a>
        )}
      </div>
      {!mayRefer && <p class="muted small">{t('part.family')}</p>}
      {!data && <Skeleton lines={2} />}
      {data?.items.length === 0 && <p class="muted">{t('part.none')}</p>}
      <ul class="plain-list referral-list">
        {data?.items.map((referral) => (
          <li key={referral.id} class="card referral">
            <div class="referral-head">
              <h3>
                {term(referral.term)}: <a href={`/services/${referral.serviceId}`}>{referral.serviceName}</a>
              </h3>
              <StateChip referral={referral} />
            </div>
            {referral.organizationName !== referral.serviceName && (
              <p class="muted small">{referral.organizationName}</p>
            )}
            {mayAskConsent && <ConsentNeeded referral={referral} />}
            {referral.message && (
              <p class="small">
                {t('part.message')} <q>{referral.message}</q>
              </p>
            )}
            <ReferralSteps referral={referral} rules={data.words} />
            {mayRefer && (
              <NextSteps
                referral={referral}
                by="school"
                rules={data.words}
                about={referral.serviceName}
                turn={turnReferral}
                onTurned={reload}
              />
            )}
            {mayRefer && <ToHandOver referral={referral} about={referral.serviceName} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
