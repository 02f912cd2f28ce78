import { contributionsOf } from '../../../core/matching/contributions.ts';
import type { Match } from '../../../core/matching/match.ts';
import type { Weighting } from '../../../core/matching/weighting.ts';
import { ScoreBar } from './score-bar.tsx';
import { useMatching } from './use-matching.ts';

interface ScoreTableProps {
  match: Pick<Match, 'score' | 'factors'>;
  weighting: Weighting;
  /** Whose weights can be tried from here. */
  studentId?: string | undefined;
}

/** What a score is made of: the bar with numbers, and the same as a table with a sentence a factor. */
export function ScoreTable({ match, weighting, studentId }: ScoreTableProps) {
  const { m, t, say } = useMatching();
  return (
    <div class="score-table">
      <ScoreBar match={match} weighting={weighting} numbered />
      <table class="small figures">
        <thead>
          <tr>
            <th scope="col">{m('table.factor')}</th>
            <th scope="col" class="number">
              {m('table.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {contributionsOf(match.factors, weighting.weights).map(({ factor, points, most }, index) => (
            <tr key={factor}>
              <th scope="row">
                <span class="score-name">
                  <span class={`score-key factor-${factor}`} aria-hidden="true">
                    {index + 1}
                  </span>
                  <span>{t(`factor.${factor}`)}</span>
                  <span class="muted score-formula">
                    {factor === 'travel'
                      ? m('formula.travel', { n: weighting.travelHalfMinutes })
                      : m(`formula.${factor}`)}
                  </span>
                </span>
              </th>
              <td class="number">{m('table.of', { points: say.score(points), most: say.score(most) })}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m('table.total')}</th>
            <td class="number">{m('table.of', { points: say.score(match.score), most: say.score(1) })}</td>
          </tr>
        </tfoot>
      </table>
      <p class="muted small">{m('table.note')}</p>
      {studentId && (
        <p class="small no-print">
          <a href={`/weights/${studentId}`}>{m('table.weights')}</a>
        </p>
      )}
    </div>
  );
}
