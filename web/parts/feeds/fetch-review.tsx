import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { FeedView, ReviewedFetch } from '../../../core/feeds/feed.ts';
import { skipFetch, takeFetch } from '../../api/feeds.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { Button } from '../button.tsx';
import { SelectField } from '../field.tsx';
import { Glyph } from '../glyph.tsx';
import { StatusLine } from '../status-line.tsx';
import { useWork } from '../work/use-work.ts';
import { Changes } from './changes.tsx';
import { useFeedWords } from './use-feeds.ts';

interface FetchReviewProps {
  feed: FeedView;
  fetch: ReviewedFetch;
  onChanged(): void;
}

/** What is different in a file that a feed brought, and the decision about it. */
export function FetchReview({ feed, fetch, onChanged }: FetchReviewProps) {
  const t = useFeedWords();
  const { say } = useWork();
  const title = t('reviewTitle', { name: feed.name });
  useTitle(title);
  return (
    <div class="page stack">
      <header class="stack-tight">
        <p class="small no-print">
          <a href="/import/feeds">
            <Glyph name="arrow-left" size={16} /> {t('back')}
          </a>
        </p>
        <h1>{title}</h1>
        <p class="muted">
          {[say.dateTime(fetch.at), feed.source, t(`outcome.${fetch.outcome}`)].join(' · ')}
        </p>
      </header>
      <p class={fetch.because === 'lost' && fetch.outcome === 'waiting' ? 'notice' : ''}>
        {whatToDo(t, fetch)}
      </p>
      {fetch.canBeTaken && <Decision feed={feed} fetch={fetch} onChanged={onChanged} />}
      <p class="row no-print">
        {fetch.importId && <a href={`/import/${fetch.importId}`}>{t('storing')}</a>}
        <a href={`/import/${fetch.comparisonId}`}>{t('findings')}</a>
      </p>
      <Changes tables={fetch.tables ?? {}} samples={fetch.samples} />
    </div>
  );
}

function whatToDo(
  t: ReturnType<typeof useFeedWords>,
  { outcome, because, canBeTaken }: ReviewedFetch,
): string {
  if (outcome === 'waiting') return t(`because.${because ?? 'rule'}`);
  return canBeTaken ? t('settled') : `${t('settled')} ${t('gone')}`;
}

function Decision({ feed, fetch, onChanged }: FetchReviewProps) {
  const t = useFeedWords();
  const { route } = useLocation();
  const [missing, setMissing] = useState<'keep' | 'mark'>('keep');
  const [said, setSaid] = useState('');
  const failed = (error: unknown) => setSaid(asProblem(error).message);
  const lacks = Object.values(fetch.tables ?? {}).some((table) => table.missing > 0);
  const take = () => takeFetch(feed.id, fetch.id, missing).then(({ id }) => route(`/import/${id}`), failed);
  const skip = () =>
    skipFetch(feed.id, fetch.id).then(() => {
      setSaid(t('did.skipped'));
      onChanged();
    }, failed);
  return (
    <div class="feed-form stack no-print">
      {lacks && (
        <SelectField
          label={t('missingAsk')}
          hint={t('missingHelp')}
          value={missing}
          options={(['keep', 'mark'] as const).map((value) => ({ value, label: t(`missing.${value}`) }))}
          onChange={(value) => setMissing(value === 'mark' ? 'mark' : 'keep')}
        />
      )}
      <div class="row">
        <Button look="primary" onClick={take}>
          {t('take')}
        </Button>
        {fetch.outcome === 'waiting' && <Button onClick={skip}>{t('skip')}</Button>}
      </div>
      <StatusLine>{said}</StatusLine>
    </div>
  );
}
