import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { OfferView } from '../api/offers.ts';
import { Button } from '../parts/button.tsx';
import { LoadingBar } from '../parts/loading-bar.tsx';
import { StatusLine } from '../parts/status-line.tsx';
import { useSetting } from '../state/config.tsx';
import { mayAskApproved } from '../state/may-ask-approved.ts';
import { useSession } from '../state/session.tsx';
import { useKeptScroll } from '../state/use-kept-scroll.ts';
import { useMedia, WIDE } from '../state/use-media.ts';
import { useQuery } from '../state/use-query.ts';
import { useTitle } from '../state/use-title.ts';
import { useVoice } from '../text/use-voice.tsx';
import './find/find.css';
import { describeCount } from './find/describe-query.ts';
import { DomainPicks } from './find/domain-picks.tsx';
import { FilterBar } from './find/filter-bar.tsx';
import { FindMap } from './find/find-map.tsx';
import { type FindQuery, findShape, PER_PAGE } from './find/find-query.ts';
import { OfferList } from './find/offer-list.tsx';
import { useFind } from './find/use-find.ts';

const nothing: readonly OfferView[] = [];

/** Another page that takes these fields takes them from here: so they come with Find, in one file. */
export { FilterBar };

interface FindProps {
  /** It stands in the page of another site (web/embed), which may name it. */
  frame?: { title: string };
}

/** Find: what there is, near whom, when. List and map are one thing; the address says what they show. */
export default function Find({ frame }: FindProps) {
  const voice = useVoice();
  const { t } = voice;
  const setting = useSetting();
  const [asking, change] = useQuery(findShape);
  const { account } = useSession();
  const approved = asking.approved && mayAskApproved(account, asking.school);
  const query = useMemo(() => ({ ...asking, approved }), [asking, approved]);
  const wide = useMedia(WIDE);
  const mapShown = wide || query.view === 'map';
  const { list, marks } = useFind(query, mapShown, frame ? 10 : PER_PAGE);
  const [pointed, setPointed] = useState<string | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  useTitle(t('nav.find'));
  useKeptScroll(pane, list.data !== undefined);

  const ask = useCallback(
    (wanted: Partial<FindQuery>) => change({ ...wanted, page: 1, place: null }),
    [change],
  );
  const choose = useCallback((place: string | null) => change({ place }, { replace: true }), [change]);
  const show = useCallback(
    (place: string) => (wide ? choose(place) : change({ place, view: 'map' })),
    [change, choose, wide],
  );

  const { found, asked } = list.data ?? {};
  const total = found?.total;
  const sentence = found && asked ? describeCount(voice, asked, setting, found.total) : t('loading');
  const sorted = asked?.school || asked?.near ? t('find.byTime') : t('find.byName');
  const viewSwitch = (
    <div class="find-switch">
      {query.view === 'list' ? (
        <Button look="primary" icon="map" onClick={() => change({ view: 'map' })}>
          {t('find.showMap')}
        </Button>
      ) : (
        <Button look="primary" icon="list" onClick={() => change({ view: 'list' })}>
          {t('find.showList')}
        </Button>
      )}
    </div>
  );
  return (
    <div class={`find find-shows-${query.view}`}>
      <h1 class={frame?.title ? 'find-title' : 'visually-hidden'}>{frame?.title || t('find.title')}</h1>
      {list.loading && <LoadingBar />}
      <FilterBar query={query} ask={ask} />
      {frame && viewSwitch}
      <div class="find-list" ref={pane}>
        <DomainPicks query={query} ask={ask} />
        <div class={total === 0 ? 'visually-hidden' : 'find-count'}>
          <StatusLine>
            {sentence}
            {total ? <span class="muted"> · {sorted}</span> : null}
          </StatusLine>
          {total && !frame ? (
            <a class="no-print" href={`/download${location.search}`}>
              {t('find.download')}
            </a>
          ) : null}
        </div>
        <OfferList list={list} query={query} ask={ask} pointed={pointed} onPoint={setPointed} onShow={show} />
      </div>
      {mapShown && (
        <FindMap
          query={query}
          ask={ask}
          found={marks}
          listed={found?.items ?? nothing}
          pointed={pointed}
          onPoint={setPointed}
          onChoose={choose}
        />
      )}
      {!frame && viewSwitch}
    </div>
  );
}
