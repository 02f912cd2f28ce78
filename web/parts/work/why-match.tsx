import type { Factor, Match } from '../../../core/matching/match.ts';
import { Glyph } from '../glyph.tsx';
import { ShareBar } from '../progress-bar.tsx';
import { isAsk, reasonWords, saySentence } from './match-words.ts';
import { useWork } from './use-work.ts';

/** Everything behind a match: each factor with its figure, every reason, every open question. */
export function WhyMatch({ match, name }: { match: Match; name: string }) {
  const { t } = useWork();
  return (
    <details class="why no-print">
      <summary>
        <span aria-hidden="true">{t('student.why')}</span>
        <span class="visually-hidden">{t('student.whyFor', { name })}</span>
      </summary>
      <div class="why-body">
        <Factors match={match} />
        <Reasons match={match} />
      </div>
    </details>
  );
}

function Factors({ match }: { match: Match }) {
  const { t, say } = useWork();
  const factors = Object.entries(match.factors) as [Factor, number][];
  return (
    <section>
      <h4>{t('student.factors')}</h4>
      <dl class="factors figures">
        {factors.map(([factor, value]) => (
          <div key={factor}>
            <dt>{t(`factor.${factor}`)}</dt>
            <dd>
              <ShareBar share={value} /> {say.score(value)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
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
