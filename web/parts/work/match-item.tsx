import type { Match } from '../../../core/matching/match.ts';
import type { Weighting } from '../../../core/matching/weighting.ts';
import type { OfferView } from '../../api/offers.ts';
import { Glyph } from '../glyph.tsx';
import { ScoreBar } from '../matching/score-bar.tsx';
import { AddToPlan } from '../opportunity-plan/add-to-plan.tsx';
import { ReferMatch } from '../referrals/refer-match.tsx';
import { askWords, reasonSentence } from './match-words.ts';
import { useWork } from './use-work.ts';
import { WhyMatch } from './why-match.tsx';

interface MatchItemProps {
  match: Match;
  offer: OfferView | undefined;
  weighting: Weighting;
  studentId: string;
  term: string;
  active: boolean;
  onHover(offerId: string | null): void;
}

/** One match: rank, service, score, the sentence of reasons, what to ask, and why on demand. */
export function MatchItem({ match, offer, weighting, studentId, term, active, onHover }: MatchItemProps) {
  const wording = useWork();
  const { say } = wording;
  const name = offer?.serviceName ?? match.offerId;
  const ask = askWords(match, wording);
  return (
    <li
      class={`match ${active ? 'match-active' : ''}`}
      onMouseEnter={() => onHover(match.offerId)}
      onMouseLeave={() => onHover(null)}
      onFocusCapture={() => onHover(match.offerId)}
      onBlurCapture={() => onHover(null)}
    >
      <span class="match-rank figures">{match.rank}</span>
      <div class="match-what">
        <div class="match-head">
          <p class="match-name">{offer ? <a href={`/services/${offer.serviceId}`}>{name}</a> : name}</p>
          <p class="match-score figures">
            <span aria-hidden="true">{say.score(match.score)}</span>
            <ScoreBar match={match} weighting={weighting} />
          </p>
        </div>
        {offer && offer.organizationName !== name && <p class="muted small">{offer.organizationName}</p>}
        <p>{reasonSentence(match, wording)}</p>
        {ask && (
          <p class="match-ask small">
            <Glyph name="ask" size={16} />
            <span>{ask}.</span>
          </p>
        )}
        <div class="match-acts">
          {offer && <ReferMatch offer={offer} term={term} />}
          <AddToPlan studentId={studentId} offerId={match.offerId} name={name} />
        </div>
        <WhyMatch match={match} name={name} weighting={weighting} studentId={studentId} />
      </div>
    </li>
  );
}
