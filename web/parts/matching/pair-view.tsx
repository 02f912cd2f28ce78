import type { LimitAnswer } from '../../../core/matching/limit-answers.ts';
import type { PairPage } from '../../api/matching.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { Glyph, type GlyphName } from '../glyph.tsx';
import { saySentence } from '../work/match-words.ts';
import { answerWords, lossWords } from './answer-words.ts';
import { ScoreTable } from './score-table.tsx';
import { useMatching } from './use-matching.ts';

const GLYPHS: Record<LimitAnswer['answer'], GlyphName> = { passes: 'check', fails: 'x', asks: 'ask' };

/** Why one place is, or is not, a match: in a sentence, limit by limit, and by its score. */
export function PairView({ page }: { page: PairPage }) {
  const { m } = useMatching();
  const { pair, weighting } = page;
  return (
    <div class="pair stack-tight">
      <p role="status">
        <strong>{useHeadline(page)}</strong>
      </p>
      <Rank page={page} />
      {pair.limits.length > 0 && <Answers page={page} />}
      {pair.match && (
        <details class="why">
          <summary>{m('table.total')}</summary>
          <ScoreTable match={pair.match} weighting={weighting} />
        </details>
      )}
    </div>
  );
}

function useHeadline({ pair, offers }: PairPage): string {
  const voice = useVoice();
  const wording = useMatching();
  const { m } = wording;
  const name = offers[pair.offerId]?.serviceName ?? pair.offerId;
  const { outcome, match, shown, passed } = pair;
  if (outcome === 'match' && match) {
    const rank = { name, rank: match.rank, n: passed };
    return match.rank > shown ? m('why.lowerRank', { ...rank, shown }) : m('why.shownRank', rank);
  }
  if (outcome === 'limit' || outcome === 'match') {
    const failing = pair.limits.filter(({ answer }) => answer === 'fails');
    const why = failing.map((answer) => answerWords(answer, wording, voice));
    return m('why.limit', { name, why: wording.say.list(why) });
  }
  return m(`why.${outcome}`, { name });
}

function Rank({ page: { pair, weighting, offers } }: { page: PairPage }) {
  const wording = useMatching();
  const { m, say } = wording;
  const { match, compared, outcome } = pair;
  const parts = lossWords(pair, weighting, wording);
  return (
    <>
      {outcome === 'limit' && match && (
        <p>{m('why.wouldBe', { rank: match.rank, score: say.score(match.score) })}</p>
      )}
      {outcome === 'match' && compared && parts && (
        <p>
          {m('why.loses', {
            other: offers[compared.offerId]?.serviceName ?? compared.offerId,
            rank: compared.rank,
            parts,
          })}
        </p>
      )}
    </>
  );
}

function Answers({ page: { pair } }: { page: PairPage }) {
  const voice = useVoice();
  const wording = useMatching();
  const { m, term } = wording;
  return (
    <section class="stack-tight">
      <h4>{m('why.answers')}</h4>
      <ul class="reasons pair-answers">
        {pair.fit && (
          <li>
            <Glyph name="check" size={16} />
            <span>
              <span class="visually-hidden">{m('why.passes')}: </span>
              {saySentence(m(`fits.${pair.fit.fit}`, { term: term(pair.fit.term) }))}
            </span>
          </li>
        )}
        {pair.limits.map((answer) => (
          <li key={`${answer.limit} ${answer.code}`} class={`answer-${answer.answer}`}>
            <Glyph name={GLYPHS[answer.answer]} size={16} />
            <span>
              <span class="visually-hidden">{m(`why.${answer.answer}`)}: </span>
              {saySentence(answerWords(answer, wording, voice))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
