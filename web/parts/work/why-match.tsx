import type { Match } from '../../../core/matching/match.ts';
import type { Weighting } from '../../../core/matching/weighting.ts';
import { Glyph } from '../glyph.tsx';
import { ScoreTable } from '../matching/score-table.tsx';
import { isAsk, reasonWords, saySentence } from './match-words.ts';
import { useWork } from './use-work.ts';

interface WhyMatchProps {
  match: Match;
  name: string;
  weighting: Weighting;
  studentId: string;
}

/** Everything behind a match: each factor with its points, every reason, every open question. */
export function WhyMatch({ match, name, weighting, studentId }: WhyMatchProps) {
  const { t } = useWork();
  return (
    <details class="why no-print">
      <summary>
        <span aria-hidden="true">{t('student.why')}</span>
        <span class="visually-hidden">{t('student.whyFor', { name })}</span>
      </summary>
      <div class="why-body">
        <section>
          <h4>{t('student.factors')}</h4>
          <ScoreTable match={match} weighting={weighting} studentId={studentId} />
        </section>
        <Reasons match={match} />
      </div>
    </details>
  );
}

function Reasons({ match }: { match: Match }) {
  const wording = useWork();
  const { t } = wording;
  const known = match.reasons.filter((reason) => !isAsk(reason));
  const asks = match.reasons.filter(isAsk);
  return (
    <section class="stack-tight">
      <h4>{t('student.reasons')}</h4>
      <ul class="reasons">
        {known.map((reason) => (
          <li key={JSON.stringify(reason)}>
            <Glyph name="check" size={16} /> {saySentence(reasonWords(reason, wording))}
          </li>
        ))}
      </ul>
      {asks.length > 0 && (
        <>
          <h4>{t('student.asks')}</h4>
          <ul class="reasons reasons-ask">
            {asks.map((reason) => (
              <li key={JSON.stringify(reason)}>
                <Glyph name="ask" size={16} /> {saySentence(reasonWords(reason, wording))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
