import { useState } from 'preact/hooks';
import type { WishMatches } from '../../../core/matching/match.ts';
import type { Urgency } from '../../../core/students/student.ts';
import type { OfferView } from '../../api/offers.ts';
import { useSetting } from '../../state/config.tsx';
import { Button } from '../button.tsx';
import { DomainBadge } from '../chip.tsx';
import { MatchItem } from './match-item.tsx';
import { notShownWords } from './match-words.ts';
import { useWork } from './use-work.ts';
import { WhyNothing } from './why-nothing.tsx';
import { WishWeight } from './wish-weight.tsx';

const SHOWN_FIRST = 3;

interface WishSectionProps {
  wish: WishMatches;
  offers: Readonly<Record<string, OfferView>>;
  findHref: string;
  onMap: boolean;
  hovered: string | null;
  onHover(offerId: string | null): void;
  onShow(): void;
}

/** One need or interest with its ranked list. */
export function WishSection({ wish, offers, findHref, onMap, hovered, onHover, onShow }: WishSectionProps) {
  const { t, term } = useWork();
  const { terms } = useSetting();
  const [all, setAll] = useState(false);
  const shown = all ? wish.matches : wish.matches.slice(0, SHOWN_FIRST);
  const more = wish.matches.length - SHOWN_FIRST;
  const notShown = notShownWords(wish.removed, t);
  return (
    <section class="wish">
      <div class="wish-head">
        <h3>
          <DomainBadge domain={terms.domainOf(wish.term)} /> {term(wish.term)}
        </h3>
        <WishWeight kind={wish.kind} weight={wish.weight as Urgency} />
        {wish.matches.length > 0 && (
          <Button
            look="quiet"
            icon="map-pin"
            class="wish-on-map no-print"
            aria-pressed={onMap}
            onClick={onShow}
          >
            {onMap ? t('student.shownOnMap') : t('student.showOnMap')}
          </Button>
        )}
      </div>
      {wish.matches.length === 0 ? (
        <WhyNothing wish={wish} offers={offers} findHref={findHref} />
      ) : (
        <>
          <ol class="matches plain-list">
            {shown.map((match) => (
              <MatchItem
                key={match.offerId}
                match={match}
                offer={offers[match.offerId]}
                active={onMap && hovered === match.offerId}
                onHover={onHover}
              />
            ))}
          </ol>
          <div class="wish-foot">
            {more > 0 && (
              <Button look="quiet" onClick={() => setAll(!all)} aria-expanded={all}>
                {all ? t('show.less') : t('show.more', { n: more })}
              </Button>
            )}
            {notShown && <p class="muted small">{notShown}</p>}
          </div>
        </>
      )}
    </section>
  );
}
