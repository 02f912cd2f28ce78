import { contributionsOf } from '../../../core/matching/contributions.ts';
import type { Match } from '../../../core/matching/match.ts';
import type { Weighting } from '../../../core/matching/weighting.ts';
import { useMatching } from './use-matching.ts';

interface ScoreBarProps {
  match: Pick<Match, 'score' | 'factors'>;
  weighting: Weighting;
  /** With the numbers by which the table names the parts. */
  numbered?: boolean;
}

/** A score as a bar with one stretch a factor: as long as what it adds. Words say the same. */
export function ScoreBar({ match: { score, factors }, weighting, numbered = false }: ScoreBarProps) {
  const { m, t, say } = useMatching();
  const parts = contributionsOf(factors, weighting.weights);
  const words = parts
    .filter(({ points }) => points > 0)
    .map(({ factor, points }) => m('bar.part', { factor: t(`factor.${factor}`), points: say.score(points) }));
  const label = m('bar.label', { score: say.score(score), parts: say.list(words) });
  return (
    <span class={`score-bar ${numbered ? 'score-bar-large' : ''}`} role="img" aria-label={label}>
      {parts.map(({ factor, points }, index) => (
        <span
          key={factor}
          class={`score-part factor-${factor}`}
          style={{ width: `${points * 100}%` }}
          title={`${t(`factor.${factor}`)} ${say.score(points)}`}
        >
          {numbered && points >= 0.03 && index + 1}
        </span>
      ))}
    </span>
  );
}
