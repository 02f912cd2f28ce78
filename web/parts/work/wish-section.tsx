import { useState } from 'preact/hooks';
import type { WishMatches } from '../../../core/matching/match.ts';
import type { Weighting } from '../../../core/matching/weighting.ts';
import type { Urgency } from '../../../core/students/student.ts';
import type { OfferView } from '../../api/offers.ts';
import { useSetting } from '../../state/config.tsx';
import { Button } from '../button.tsx';
import { DomainBadge } from '../chip.tsx';
import { WhatHelps } from '../matching/what-helps.tsx';
import { WhyNot } from '../matching/why-not.tsx';
import { MatchItem } from './match-item.tsx';
import { notShownWords } from './match-words.ts';
import { useWork } from './use-work.ts';
import { WhyNothing } from './why-nothing.tsx';
import { WishWeight } from './wish-weight.tsx';

const SHOWN_FIRST = 3;

interface WishSectionProps {
  studentId: string;
  weighting: Weighting;
  wish: WishMatches;
  offers: Readonly<Record<string, OfferView>>;
  findHref: string;
  onMap: boolean;
  hovered: string | null;
  onHover(offerId: string | null): void;
  onShow(): void;
  /** Leads to the student's times and ways of travelling; absent for who may not change them. */
  onEdit?: (() => void) | undefined;
}

/** One need or interest with its ranked list. */
export function WishSection(props: WishSectionProps) {
  const { studentId, wish, offers, weighting, findHref, onMap, hovered, onHover, onShow, onEdit } = props;
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
                weighting={weighting}
                studentId={studentId}
                term={wish.term}
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
      {wish.candidates > 0 && <WhatHelps studentId={studentId} term={wish.term} onEdit={onEdit} />}
      <WhyNot studentId={studentId} term={wish.term} onEdit={onEdit} />
    </section>
  );
}
