import { useState } from 'preact/hooks';
import type { FeedFetchView, FeedView } from '../../../core/feeds/feed.ts';
import { loadFetches } from '../../api/feeds.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { ErrorState, Skeleton } from '../states.tsx';
import { type Column, Table } from '../table.tsx';
import { useWork } from '../work/use-work.ts';
import { useFeedWords } from './use-feeds.ts';

/** The files that a feed brought, read when somebody opens them. */
export function FeedHistory({ feed }: { feed: FeedView }) {
  const t = useFeedWords();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('history')}</summary>
      {open && <Fetches feed={feed} />}
    </details>
  );
}

function Fetches({ feed }: { feed: FeedView }) {
  const t = useFeedWords();
  const { say } = useWork();
  // Another newest file is another list.
  const key = `fetches ${feed.id} ${feed.newest?.id} ${feed.newest?.outcome}`;
  const { data, problem, reload } = useLoaded(key, (signal) => loadFetches(feed.id, signal));
  if (problem) return <ErrorState problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton lines={3} />;
  if (data.items.length === 0) return <p>{t('historyNone')}</p>;
  const sum = (fetch: FeedFetchView, key: 'added' | 'changed' | 'missing') =>
    Object.values(fetch.tables ?? {}).reduce((total, table) => total + table[key], 0);
  const figure = (key: 'added' | 'changed' | 'missing'): Column<FeedFetchView> => ({
    key,
    label: t(key),
    figure: true,
    cell: (fetch) => (fetch.tables ? sum(fetch, key).toLocaleString(say.locale) : '–'),
  });
  const columns: Column<FeedFetchView>[] = [
    {
      key: 'when',
      label: t('when'),
      cell: (fetch) =>
        fetch.tables ? (
          <a href={`/import/feeds?feed=${feed.id}&file=${fetch.id}`}>{say.dateTime(fetch.at)}</a>
        ) : (
          say.dateTime(fetch.at)
        ),
    },
    { key: 'outcome', label: t('outcome'), cell: ({ outcome }) => t(`outcome.${outcome}`) },
    figure('added'),
    figure('changed'),
    figure('missing'),
  ];
  return <Table caption={t('history')} columns={columns} rows={data.items} rowKey={({ id }) => id} />;
}
