import { useText } from '../text/use-voice.tsx';

interface PaginationProps {
  page: number;
  perPage: number;
  total: number;
  /** The address of a page: pages are links, so they can be opened, kept and sent. */
  href(page: number): string;
}

export function Pagination({ page, perPage, total, href }: PaginationProps) {
  const t = useText();
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (pages === 1) return null;
  return (
    <nav class="pagination" aria-label={t('page.label')}>
      {page > 1 ? <a href={href(page - 1)}>← {t('page.previous')}</a> : <span />}
      <span class="muted figures">{t('page.of', { page, pages })}</span>
      {page < pages ? <a href={href(page + 1)}>{t('page.next')} →</a> : <span />}
    </nav>
  );
}
