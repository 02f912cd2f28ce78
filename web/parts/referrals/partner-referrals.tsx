import { useState } from 'preact/hooks';
import type { ReferralRules } from '../../../core/referrals/referral-rules.ts';
import { isOpen, isUnanswered } from '../../../core/referrals/referral-state.ts';
import {
  loadPartnerReferrals,
  type OpenedReferral,
  openPartnerReferral,
  type PartnerReferral,
  turnPartnerReferral,
} from '../../api/referrals.ts';
import { asProblem, useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import { NextSteps } from './next-steps.tsx';
import { OpenedContent } from './opened-content.tsx';
import { StateChip } from './state-chip.tsx';
import { endingWords, problemWords, useReferralWords } from './use-referral-words.ts';

/** For a partner with an account: what schools ask for, opened and answered here. */
export function PartnerReferrals() {
  const { t } = useReferralWords();
  const { data, problem, reload } = useLoaded('partner referrals', loadPartnerReferrals);
  return (
    <section class="section" aria-labelledby="referrals">
      <h2 id="referrals">{t('partner.title')}</h2>
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={3} />}
      {data?.items.length === 0 && <p class="muted">{t('partner.none')}</p>}
      <ul class="plain-list referral-list">
        {data?.items.map((referral) => (
          <PartnerItem key={referral.id} referral={referral} rules={data.words} onChanged={reload} />
        ))}
      </ul>
    </section>
  );
}

interface PartnerItemProps {
  referral: PartnerReferral;
  rules: ReferralRules;
  onChanged(): void;
}

/** Opened on demand: each opening is written down, and tells the school that it was seen. */
function PartnerItem({ referral, rules, onChanged }: PartnerItemProps) {
  const { t, say, language } = useReferralWords();
  const [opened, setOpened] = useState<OpenedReferral | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const { id, state, serviceName, organizationName: organization, from, dueAt } = referral;
  const read = () =>
    openPartnerReferral(id).then(setOpened, (error: unknown) => setFailed(problemWords(asProblem(error), t)));
  const open = async () => {
    setFailed(null);
    // Where it was answered in the meantime, what is shown says so.
    if (state === 'requested')
      await turnPartnerReferral(id, { from: state, to: 'received' }).catch(() => undefined);
    await read();
    onChanged();
  };
  const turned = () => {
    onChanged();
    void read();
  };
  const why = endingWords(rules, referral, language);
  return (
    <li class="card referral">
      <div class="referral-head">
        <h3>{serviceName}</h3>
        <StateChip referral={referral} forPartner />
      </div>
      <p class="small muted">
        {from.person
          ? t('partner.from', { ...from, organization })
          : t('partner.fromSchool', { school: from.school, organization })}
        {why && ` · ${why}`}
        {dueAt && isUnanswered(state) && ` · ${t('answerBy', { date: say.date(dueAt) })}`}
      </p>
      {opened && <OpenedContent opened={opened} />}
      <div class="referral-next">
        {isOpen(state) && (
          <Button
            look={opened || !isUnanswered(state) ? 'plain' : 'primary'}
            aria-expanded={opened !== null}
            aria-label={`${t(opened ? 'partner.close' : 'partner.open')}: ${serviceName}`}
            onClick={() => (opened ? setOpened(null) : open())}
          >
            {t(opened ? 'partner.close' : 'partner.open')}
          </Button>
        )}
        {opened && (
          <NextSteps
            referral={referral}
            by="partner"
            rules={rules}
            about={serviceName}
            turn={turnPartnerReferral}
            onTurned={turned}
          />
        )}
      </div>
      {failed && (
        <p class="field-error" role="alert">
          {failed}
        </p>
      )}
    </li>
  );
}
