import { useState } from 'preact/hooks';
import type { ProposalList as Listed, ProposalView } from '../../../core/corrections/field-view.ts';
import { answerAll, loadProposals, type ProposalAnswer } from '../../api/corrections.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../states.tsx';
import './corrections.css';
import { ProposalItem } from './proposal-item.tsx';
import { useCorrections } from './use-corrections.ts';

/** What sources say else of fields that somebody corrected, the longest waiting first. */
export function ProposalList() {
  const { t } = useCorrections();
  const { data, problem, reload } = useLoaded('proposals', loadProposals);
  const [said, setSaid] = useState('');
  /** Answered ones stay in view until the page is left, so that each can be answered otherwise. */
  const [answered, setAnswered] = useState<readonly ProposalView[]>([]);
  if (problem && !data) return <ErrorState problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton lines={6} />;
  const known = new Set(answered.map(keyOf));
  const waiting = data.items.filter((item) => !known.has(keyOf(item)));
  return (
    <section class="section">
      <h2>{t('proposals.title')}</h2>
      <p class="muted">{t('proposals.lead')}</p>
      <p role="status">{said}</p>
      {waiting.length + answered.length === 0 ? (
        <EmptyState title={t('proposals.none')}>
          <p>{t('proposals.none.help')}</p>
        </EmptyState>
      ) : (
        <>
          {waiting.length > 0 && (
            <p class="muted small">{t('proposals.shown', { n: data.total, shown: data.items.length })}</p>
          )}
          <ul class="plain-list corrections">
            {[...answered, ...waiting].map((item) => (
              <ProposalItem
                key={keyOf(item)}
                item={item}
                onAnswered={(words) => {
                  setSaid(words);
                  if (!known.has(keyOf(item))) setAnswered([...answered, item]);
                  reload();
                }}
                onStale={reload}
              />
            ))}
          </ul>
          <AllOfSources
            list={data}
            onAnswered={(words) => {
              setSaid(words);
              reload();
            }}
          />
        </>
      )}
    </section>
  );
}

function keyOf({ kind, id, field }: ProposalView): string {
  return `${kind} ${id} ${field}`;
}

/** Answers everything of one source that is in view, and all of it that came before. */
function AllOfSources({ list, onAnswered }: { list: Listed; onAnswered(words: string): void }) {
  const { t } = useCorrections();
  const [error, setError] = useState<string>();
  const answer = async (source: string, said: ProposalAnswer) => {
    const seen = list.items.map(({ proposal }) => proposal.at).sort();
    setError(undefined);
    await answerAll(source, said, seen.at(-1) ?? '').then(
      ({ answered }) => onAnswered(t('all.done', { n: answered })),
      () => setError(t('failed')),
    );
  };
  return (
    <>
      {list.sources.map(({ source, count }) => (
        <section key={source} class="stack-tight no-print">
          <h3>{t('all.title', { source, n: count })}</h3>
          <div class="row">
            <Button onClick={() => void answer(source, 'take')}>{t('all.take', { source })}</Button>
            <Button onClick={() => void answer(source, 'keep')}>{t('all.keep')}</Button>
          </div>
        </section>
      ))}
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
