import './feeds.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { FeedView } from '../../../core/feeds/feed.ts';
import { loadFeeds, loadFetch } from '../../api/feeds.ts';
import { useFocusBack } from '../../state/use-focus-back.ts';
import { asProblem, useLoaded } from '../../state/use-loaded.ts';
import { useLookWhile } from '../../state/use-look-while.ts';
import { useTitle } from '../../state/use-title.ts';
import { Button } from '../button.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { EmptyState } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { FeedCard } from './feed-card.tsx';
import { FeedForm } from './feed-form.tsx';
import { feedState } from './feed-state.ts';
import { FetchReview } from './fetch-review.tsx';
import { useFeedWords } from './use-feeds.ts';

/** All feeds; with a feed and a file in the address, what is different in that file. */
export function FeedsPage() {
  const { query } = useLocation();
  const feeds = useLoaded('feeds', loadFeeds);
  useLookWhile((feeds.data?.items ?? []).some(isOnItsWay), feeds.reload);
  const { feed: feedId, file } = query;
  const isReview = feedId !== undefined && file !== undefined;
  const fetch = useLoaded(isReview ? `fetch ${feedId} ${file}` : null, (signal) =>
    loadFetch(feedId ?? '', file ?? '', signal),
  );
  if (!isReview)
    return (
      <LoadedPage loaded={feeds}>
        {({ items }) => <FeedList feeds={items} onChanged={feeds.reload} />}
      </LoadedPage>
    );
  const feed = feeds.data?.items.find(({ id }) => id === feedId);
  const both = { ...fetch, data: feed && fetch.data && { feed, fetch: fetch.data } };
  return (
    <LoadedPage loaded={both}>
      {(data) => (
        <FetchReview
          {...data}
          onChanged={() => {
            fetch.reload();
            feeds.reload();
          }}
        />
      )}
    </LoadedPage>
  );
}

function FeedList({ feeds, onChanged }: { feeds: readonly FeedView[]; onChanged(): void }) {
  const t = useFeedWords();
  useTitle(t('title'));
  const [adding, setAdding] = useState(false);
  const addButton = useFocusBack(adding);
  const [said, setSaid] = useState('');
  const done = (words: string) => {
    setSaid(words);
    onChanged();
  };
  return (
    <div class="page stack">
      <h1>{t('title')}</h1>
      <p class="muted">{t('lead')}</p>
      <p class="row no-print">
        {!adding && (
          <Button
            id={addButton}
            look={feeds.length === 0 ? 'primary' : 'plain'}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        )}
        <a href="/import">{t('imports')}</a>
      </p>
      <StatusLine>{said}</StatusLine>
      {adding && (
        <FeedForm
          onCancel={() => setAdding(false)}
          onSaved={() => {
            setAdding(false);
            done(t('did.added'));
          }}
        />
      )}
      {feeds.length === 0 && !adding && (
        <EmptyState title={t('none')}>
          <p>{t('noneHelp')}</p>
        </EmptyState>
      )}
      {feeds.map((feed) => (
        <FeedCard
          key={feed.id}
          feed={feed}
          onDone={done}
          onFailed={(error) => done(asProblem(error).message)}
        />
      ))}
    </div>
  );
}

function isOnItsWay(feed: FeedView): boolean {
  return ['fetching', 'comparing'].includes(feedState(feed, new Date()));
}
