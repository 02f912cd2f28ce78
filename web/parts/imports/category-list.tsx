import { BY_NAME, NO_TERM } from '../../../core/imports/mapping-draft.ts';
import { Table } from '../table.tsx';
import { TermSelect } from '../work/term-select.tsx';
import type { OpenMapping } from './use-mapping.ts';
import { useMappingWords } from './use-mapping-words.ts';

/** Categories that one person goes through; what lies behind them is rare. */
const MOST = 60;

/** The categories of the file with our words for them; what has one of our names is suggested. */
export function CategoryList({ open }: { open: OpenMapping }) {
  const { t, work } = useMappingWords();
  const { draft, change } = open;
  const shown = open.categories.slice(0, MOST);
  if (shown.length === 0) return null;
  const set = (name: string, term: string) => change({ ...draft, terms: { ...draft.terms, [name]: term } });
  return (
    <div class="section">
      <h3>{t('categories')}</h3>
      <p class="muted">{t('categoriesLead', { n: open.categories.length })}</p>
      <Table
        caption={t('categories')}
        rows={shown}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', label: t('category'), cell: ({ name }) => <span class="raw-value">{name}</span> },
          {
            key: 'count',
            label: t('count'),
            figure: true,
            cell: ({ count }) => count.toLocaleString(work.say.locale),
          },
          {
            key: 'ours',
            label: t('ours'),
            cell: ({ name }) => (
              <TermSelect
                label={t('oursOf', { name })}
                labelHidden
                value={open.terms[name] ?? BY_NAME}
                placeholder={t('byName')}
                others={[{ value: NO_TERM, label: t('noTerm') }]}
                onChange={(term) => set(name, term)}
              />
            ),
          },
        ]}
      />
      {open.categories.length > MOST && (
        <p class="muted small">{t('moreCategories', { n: open.categories.length - MOST })}</p>
      )}
    </div>
  );
}
