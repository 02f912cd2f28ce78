import { useState } from 'preact/hooks';
import type { FeedView } from '../../../core/feeds/feed.ts';
import { changeFeed, fetchNow, removeFeed } from '../../api/feeds.ts';
import { useFocusBack } from '../../state/use-focus-back.ts';
import { Button, LinkButton } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { useWork } from '../work/use-work.ts';
import { FeedForm } from './feed-form.tsx';
import { FeedHistory } from './feed-history.tsx';
import { feedState, STATE_LOOKS } from './feed-state.ts';
import { sayEvery } from './say-every.ts';
import { useFeedWords } from './use-feeds.ts';

interface FeedCardProps {
  feed: FeedView;
  /** Something was done: the page says it and loads the list anew. */
  onDone(words: string): void;
  onFailed(error: unknown): void;
}

/** One feed: how it is, what it brought, and what can be done with it. */
export function FeedCard({ feed, onDone, onFailed }: FeedCardProps) {
  const t = useFeedWords();
  const [open, setOpen] = useState<'form' | 'remove' | null>(null);
  const changeButton = useFocusBack(open === 'form');
  const removeButton = useFocusBack(open === 'remove');
  const state = feedState(feed, new Date());
  const title = `feed-${feed.id}`;
  if (open === 'form') {
    return (
      <section class="card stack" aria-labelledby={title}>
        <h2 id={title}>{feed.name}</h2>
        <FeedForm
          feed={feed}
          onCancel={() => setOpen(null)}
          onSaved={() => {
            setOpen(null);
            onDone(t('did.saved'));
          }}
        />
      </section>
    );
  }
  return (
    <section class="card stack-tight" aria-labelledby={title}>
      <h2 id={title}>{feed.name}</h2>
      <p>
        <Chip {...STATE_LOOKS[state]}>{t(`state.${state}`)}</Chip>
      </p>
      <FeedFacts feed={feed} />
      <FeedActions {...{ feed, onDone, onFailed, changeButton, removeButton }} onOpen={setOpen} />
      {open === 'remove' && (
        <div class="notice stack-tight" role="alert">
          <p>{t('removeSure', { name: feed.name })}</p>
          <div class="row">
            <Button
              onClick={() =>
                removeFeed(feed.id).then(() => onDone(t('did.removed', { name: feed.name })), onFailed)
              }
            >
              {t('removeYes')}
            </Button>
            <Button onClick={() => setOpen(null)}>{t('cancel')}</Button>
          </div>
        </div>
      )}
      <FeedHistory feed={feed} />
    </section>
  );
}

function FeedFacts({ feed }: { feed: FeedView }) {
  const t = useFeedWords();
  const { say } = useWork();
  const { failing, checkedAt, nextAt, paused } = feed;
  const why = failing && t(`why.${failing.code}`, { status: failing.status ?? 0 });
  return (
    <>
      <p class="feed-address">{feed.address}</p>
      <p class="muted small">
        {[
          t('from', { source: feed.source, every: sayEvery(t, feed.everyMinutes) }),
          checkedAt && t('checked', { when: say.dateTime(checkedAt) }),
          !paused && t('next', { when: say.dateTime(nextAt) }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {failing && why && (
        <p>{t('failedSince', { n: failing.times, since: say.dateTime(failing.since), why })}</p>
      )}
    </>
  );
}

interface FeedActionsProps extends FeedCardProps {
  onOpen(what: 'form' | 'remove'): void;
  /** Ids of the buttons, which have the focus again when what they open is closed. */
  changeButton: string;
  removeButton: string;
}

function FeedActions({ feed, onDone, onFailed, onOpen, changeButton, removeButton }: FeedActionsProps) {
  const t = useFeedWords();
  const { name, newest, paused } = feed;
  const waits = newest?.outcome === 'waiting';
  const pause = () => {
    const { id, newest: _n, headerName: _h, nextAt: _a, checkedAt: _c, failing: _f, ...settings } = feed;
    return changeFeed(id, { ...settings, paused: !paused }).then(
      () => onDone(t(paused ? 'did.resumed' : 'did.paused', { name })),
      onFailed,
    );
  };
  return (
    <div class="row no-print">
      {newest?.tables && (
        <LinkButton
          href={`/import/feeds?feed=${feed.id}&file=${newest.id}`}
          look={waits ? 'primary' : 'plain'}
        >
          {t(waits ? 'review' : 'lookAgain')}
        </LinkButton>
      )}
      <Button onClick={() => fetchNow(feed.id).then(() => onDone(t('did.asked', { name })), onFailed)}>
        {t('fetch')}
      </Button>
      <Button onClick={pause}>{t(paused ? 'resume' : 'pause')}</Button>
      <Button id={changeButton} onClick={() => onOpen('form')}>
        {t('change')}
      </Button>
      <Button id={removeButton} onClick={() => onOpen('remove')}>
        {t('remove')}
      </Button>
    </div>
  );
}
