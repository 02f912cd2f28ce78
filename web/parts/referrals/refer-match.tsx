import { useState } from 'preact/hooks';
import { isOpen, isUnanswered } from '../../../core/referrals/referral-state.ts';
import type { OfferView } from '../../api/offers.ts';
import { makeReferral, type ReferralView, turnReferral } from '../../api/referrals.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { StatusLine } from '../status-line.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { ConsentNeeded } from './consent-needed.tsx';
import { useStudentReferrals } from './referrals-provider.tsx';
import { StateChip } from './state-chip.tsx';
import { problemWords, useReferralWords } from './use-referral-words.ts';

/** Beside a match: refers to it in one click, says how the referral stands, and takes it back while nobody has seen it. */
export function ReferMatch({ offer, term }: { offer: OfferView; term: string }) {
  const { t } = useReferralWords();
  const referrals = useStudentReferrals();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [done, setDone] = useState<'sent' | 'draft' | 'undone' | null>(null);
  if (!referrals?.data) return null;
  const { studentId, mayRefer, data, reload } = referrals;
  const known = data.items.find((one) => one.term === term && one.serviceId === offer.serviceId);
  const open = known && isOpen(known.state) ? known : undefined;
  if (!known && !mayRefer) return null;
  const tryTo = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailed(null);
    try {
      await work();
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'say-what-to-ask') setAsking(true);
      else setFailed(problemWords(problem, t));
    }
    setBusy(false);
    reload();
  };
  const refer = (message?: string) =>
    tryTo(async () => {
      const made = await makeReferral(studentId, { offerId: offer.id, term, ...(message && { message }) });
      setAsking(false);
      setDone(made.state === 'draft' ? 'draft' : 'sent');
    });
  const undo = ({ id, state }: ReferralView) =>
    tryTo(async () => {
      await turnReferral(id, { from: state, to: 'cancelled', reason: 'taken-back' });
      setDone('undone');
    });
  return (
    <div class="refer-match">
      <div class="row">
        {known && (open || known.state !== 'cancelled') && <StateChip referral={known} />}
        {!open && mayRefer && (
          <Button
            class="no-print"
            disabled={busy}
            aria-label={t('refer.to', { service: offer.serviceName })}
            onClick={() => refer()}
          >
            {t(busy ? 'refer.busy' : known ? 'refer.again' : 'refer.do')}
          </Button>
        )}
        {open && mayRefer && canTakeBack(open) && (
          <Button look="quiet" class="no-print" disabled={busy} onClick={() => undo(open)}>
            {t('refer.undo')}
          </Button>
        )}
      </div>
      {open && mayRefer && <ConsentNeeded referral={open} />}
      <StatusLine hidden={done !== 'undone'}>{doneWords(done, offer, t)}</StatusLine>
      {failed && (
        <p class="field-error" role="alert">
          {failed}
        </p>
      )}
      {asking && (
        <AskDialog
          organization={offer.organizationName}
          busy={busy}
          onSend={(message) => refer(message)}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}

/** As long as the partner has not seen it. */
function canTakeBack({ state }: ReferralView): boolean {
  return state === 'draft' || (isUnanswered(state) && state !== 'received');
}

function doneWords(
  done: 'sent' | 'draft' | 'undone' | null,
  { organizationName }: OfferView,
  t: ReturnType<typeof useReferralWords>['t'],
): string {
  if (done === 'sent') return t('refer.sent', { organization: organizationName });
  return done ? t(`refer.${done}`) : '';
}
