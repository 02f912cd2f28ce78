import './download.css';
import { loadSite } from '../../api/directory.ts';
import { findOffers } from '../../api/offers.ts';
import { addressOf } from '../../api/request.ts';
import { asked, downloadShape, searchOf } from '../../parts/download/download-query.ts';
import { FileList } from '../../parts/download/file-list.tsx';
import { useDownloadWords } from '../../parts/download/use-download-words.ts';
import { WhatPart, WhatSite } from '../../parts/download/what-part.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

/** Takes the directory along as a file: all of it, what a search found, or what is at one site. */
export default function Download() {
  const t = useDownloadWords();
  const [query] = useQuery(downloadShape);
  const { find, site } = query;
  const search = searchOf(query);
  const question = asked(query);
  const loaded = useLoaded(addressOf('/download', question), async (signal) => {
    const [found, place] = await Promise.all([
      findOffers({ ...question, perPage: 1 }, signal),
      site === null ? undefined : loadSite(site, signal),
    ]);
    return { total: found.total, place: place?.location.name };
  });
  const place = loaded.data?.place;
  const title = place ? t('title.site', { place }) : t(search ? 'title.part' : 'title');
  useTitle(title);
  return (
    <LoadedPage loaded={loaded}>
      {({ total }) => (
        <div class="page stack download">
          <header class="page-head">
            <h1>{title}</h1>
          </header>
          {site !== null ? (
            <WhatSite id={site} total={total} />
          ) : search ? (
            <WhatPart find={find} total={total} search={search} />
          ) : (
            <p>{t('all')}</p>
          )}
          {total === 0 && (site !== null || search) ? (
            <EmptyState title={t('nothing')}>
              <p>{t('nothingHelp')}</p>
            </EmptyState>
          ) : (
            <FileList asked={question} />
          )}
          <section class="stack-tight">
            <h2>{t('inside')}</h2>
            <p>{t('insideText')}</p>
          </section>
          {site === null && (
            <p class="no-print">
              <a href={`/embeds?${search}`}>{t('embed')}</a>
            </p>
          )}
        </div>
      )}
    </LoadedPage>
  );
}
