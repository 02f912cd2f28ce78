import { useMemo } from 'preact/hooks';
import type { GapResult } from '../../../core/gaps/gap.ts';
import { EquityTable } from './equity-table.tsx';
import { inequalitySentences, inequalitySummary } from './inequality-words.ts';
import { LorenzCurve } from './lorenz-curve.tsx';
import { useAccess } from './use-access.ts';

/** How equally what was measured is spread: in sentences, as a curve, and by kind of place. */
export function GapInequality({ result }: { result: GapResult }) {
  const voice = useAccess();
  const { a } = voice;
  const inequality = result.access?.inequality;
  const sentences = useMemo(() => inequality && inequalitySentences(inequality, voice), [inequality, voice]);
  if (!inequality || !sentences) return null;
  return (
    <section class="gap-fair" aria-label={a('fair.title')}>
      <h3>{a('fair.title')}</h3>
      {inequalitySummary(inequality, result.params, voice).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <LorenzCurve shares={inequality.lorenz} />
      {inequality.groups.map((group) => (
        <EquityTable key={group.by} group={group} result={result} />
      ))}
      {inequality.groups.some(({ rows }) => rows.some(({ hidden }) => hidden)) && (
        <p class="muted small">{a('fair.hiddenWhy', { n: result.threshold })}</p>
      )}
      <details>
        <summary>{a('fair.measures')}</summary>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
