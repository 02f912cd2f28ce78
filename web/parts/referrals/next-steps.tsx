import { useState } from 'preact/hooks';
import type { Referral } from '../../../core/referrals/referral.ts';
import { askedFor, type ReferralRules } from '../../../core/referrals/referral-rules.ts';
import { nextStates, type Party, type ReferralState } from '../../../core/referrals/referral-state.ts';
import type { ReferralTurn } from '../../api/referrals.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { EndDialog, type EndingSaid } from './end-dialog.tsx';
import { problemWords, useReferralWords } from './use-referral-words.ts';

/** What is done next most often; it stands first and is one click. */
const FIRST: Partial<Record<ReferralState, ReferralState>> = {
  draft: 'requested',
  requested: 'accepted',
  received: 'accepted',
  accepted: 'in-progress',
  'in-progress': 'completed',
  'on-hold': 'in-progress',
};

interface NextStepsProps {
  referral: Pick<Referral, 'id' | 'state'>;
  by: Exclude<Party, 'system'>;
  rules: ReferralRules;
  /** Named for those who cannot see in which row it stands. */
  about: string;
  /** Steps that make no sense here. */
  without?: readonly ReferralState[];
  turn(id: string, turn: ReferralTurn): Promise<unknown>;
  onTurned(): void;
}

/** The ways on from where a referral stands: one click, or a reason or outcome first. */
export function NextSteps({ referral, by, rules, about, without = [], turn, onTurned }: NextStepsProps) {
  const { t } = useReferralWords();
  const [all, setAll] = useState(false);
  const [ending, setEnding] = useState<ReferralState | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { id, state } = referral;
  const possible = nextStates(state, by).filter((to) => to !== 'received' && !without.includes(to));
  const first = possible.find((to) => to === FIRST[state]);
  const others = possible.filter((to) => to !== first);
  const shown = [...(first ? [first] : []), ...(all || by === 'partner' || !first ? others : [])];
  const go = async (to: ReferralState, said: EndingSaid = {}) => {
    setBusy(true);
    setFailed(null);
    try {
      await turn(id, { from: state, to, ...said });
      setEnding(null);
      setAll(false);
    } catch (error) {
      setFailed(problemWords(asProblem(error), t));
    }
    setBusy(false);
    onTurned();
  };
  const wordsFor = (to: ReferralState) =>
    by === 'partner' && (to === 'accepted' || to === 'rejected') ? t(`answer.${to}`) : turnWords(to, t);
  return (
    <div class="referral-next no-print">
      {shown.map((to) => (
        <Button
          key={to}
          look={to === first && by === 'partner' ? 'primary' : 'plain'}
          disabled={busy}
          aria-label={`${wordsFor(to)}: ${about}`}
          onClick={() => (askedFor(to) ? setEnding(to) : go(to))}
        >
          {wordsFor(to)}
        </Button>
      ))}
      {first && others.length > 0 && by === 'school' && (
        <Button
          look="quiet"
          aria-expanded={all}
          aria-label={`${t('more')}: ${about}`}
          onClick={() => setAll(!all)}
        >
          {t('more')}
        </Button>
      )}
      {failed && !ending && (
        <p class="field-error" role="alert">
          {failed}
        </p>
      )}
      {ending && (
        <EndDialog
          title={wordsFor(ending)}
          to={ending}
          by={by}
          rules={rules}
          failed={failed}
          onSay={(said) => go(ending, said)}
          onCancel={() => setEnding(null)}
        />
      )}
    </div>
  );
}

function turnWords(to: ReferralState, t: ReturnType<typeof useReferralWords>['t']): string {
  return to === 'draft' ? '' : t(`turn.${to}`);
}
