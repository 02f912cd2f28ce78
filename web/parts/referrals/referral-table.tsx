import { isUnanswered } from '../../../core/referrals/referral-state.ts';
import { shownName } from '../../../core/students/shown-name.ts';
import { type ListedReferral, type ReferralPage, turnReferral } from '../../api/referrals.ts';
import { ConsentNeeded } from './consent-needed.tsx';
import { NextSteps } from './next-steps.tsx';
import { StateChip } from './state-chip.tsx';
import { ToHandOver } from './to-hand-over.tsx';
import { endingWords, useReferralWords } from './use-referral-words.ts';

interface ReferralTableProps {
  page: ReferralPage;
  /** Whether who is signed in may change a referral of this school. */
  mayTurn(schoolId: string): boolean;
  onTurned(): void;
}

/** The referrals of a page of the list; on a phone each row is a card. */
export function ReferralTable({ page, mayTurn, onTurned }: ReferralTableProps) {
  const { t } = useReferralWords();
  return (
    <table class="referral-table">
      <thead>
        <tr>
          <th scope="col">{t('col.student')}</th>
          <th scope="col">{t('col.what')}</th>
          <th scope="col">{t('col.where')}</th>
          <th scope="col">{t('col.state')}</th>
          <th scope="col" class="no-print">
            {t('col.next')}
          </th>
        </tr>
      </thead>
      <tbody>
        {page.items.map((referral) => (
          <Row
            key={referral.id}
            referral={referral}
            rules={page.words}
            mayTurn={mayTurn(referral.schoolId)}
            onTurned={onTurned}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  referral: ListedReferral;
  rules: ReferralPage['words'];
  mayTurn: boolean;
  onTurned(): void;
}

function Row({ referral, rules, mayTurn, onTurned }: RowProps) {
  const { say, term } = useReferralWords();
  const { name, localId, studentId, serviceId, serviceName, organizationName } = referral;
  const who = name ? shownName(name) : localId;
  return (
    <tr>
      <th scope="row">
        <a href={`/students/${studentId}`}>{who}</a>
        <br />
        <span class="muted small figures">
          {[name && localId, say.grade(referral.grade)].filter(Boolean).join(' · ')}
        </span>
      </th>
      <td>{term(referral.term)}</td>
      <td>
        <a href={`/services/${serviceId}`}>{serviceName}</a>
        {organizationName !== serviceName && <p class="muted small">{organizationName}</p>}
      </td>
      <td>
        <Standing referral={referral} rules={rules} />
      </td>
      <td class="no-print">
        {mayTurn && (
          <NextSteps
            referral={referral}
            by="school"
            rules={rules}
            about={`${who}, ${serviceName}`}
            turn={turnReferral}
            onTurned={onTurned}
            {...(referral.missing?.length ? { without: ['requested'] as const } : {})}
          />
        )}
        {mayTurn && <ConsentNeeded referral={referral} />}
        {mayTurn && referral.unreached && <ToHandOver referral={referral} about={`${who}, ${serviceName}`} />}
      </td>
    </tr>
  );
}

/** The state, why it ended or since when it is so, and until when an answer is expected. */
function Standing({ referral, rules }: Pick<RowProps, 'referral' | 'rules'>) {
  const { t, say, language } = useReferralWords();
  const { late, dueAt, state, stateAt } = referral;
  const facts = [
    endingWords(rules, referral, language),
    say.date(stateAt),
    !late && dueAt && isUnanswered(state) && t('answerBy', { date: say.date(dueAt) }),
  ];
  return (
    <>
      <StateChip referral={referral} late={late} />
      <p class="muted small">{facts.filter(Boolean).join(' · ')}</p>
    </>
  );
}
