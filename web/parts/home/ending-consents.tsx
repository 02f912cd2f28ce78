import { type EndingConsents, loadEndingConsents } from '../../api/consents.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { LoadedPage } from '../loaded-page.tsx';
import { EmptyState } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { type Column, Table } from '../table.tsx';
import { useWork } from '../work/use-work.ts';
import { type SayHome, useHomeWords } from './use-home-words.ts';

type Ending = EndingConsents['items'][number];

/** Whose consents end within the next weeks, each one click from being signed again. */
export function EndingConsentsPage() {
  const t = useHomeWords();
  const loaded = useLoaded('ending consents', loadEndingConsents);
  useTitle(t('ending.title'));
  return (
    <LoadedPage loaded={loaded}>
      {({ items, total }) => (
        <div class="page">
          <h1>{t('ending.title')}</h1>
          <p>{t('ending.lead')}</p>
          {items.length < total && (
            <StatusLine>{t('ending.more', { shown: items.length, n: total })}</StatusLine>
          )}
          {total === 0 ? (
            <EmptyState title={t('ending.none')}>
              <p>{t('ending.noneHelp')}</p>
            </EmptyState>
          ) : (
            <EndingTable items={items} t={t} />
          )}
        </div>
      )}
    </LoadedPage>
  );
}

function EndingTable({ items, t }: { items: readonly Ending[]; t: SayHome }) {
  const { say } = useWork();
  const nameOf = ({ name, localId }: Ending) => name ?? localId;
  const columns: Column<Ending>[] = [
    { key: 'student', label: t('ending.student'), cell: nameOf },
    { key: 'school', label: t('ending.school'), cell: ({ school }) => school },
    { key: 'ends', label: t('ending.ends'), cell: ({ expiresAt }) => say.date(expiresAt) },
    {
      key: 'open',
      label: t('ending.consents'),
      cell: (row) => (
        <a href={`/students/${row.id}/consents`} aria-label={t('ending.openOf', { name: nameOf(row) })}>
          {t('ending.open', { n: row.consents })}
        </a>
      ),
    },
  ];
  return <Table caption={t('ending.title')} columns={columns} rows={items} rowKey={({ id }) => id} />;
}
