import type { ShownLimit, WishMatches } from '../../../core/matching/match.ts';
import type { OfferView } from '../../api/offers.ts';
import { Glyph } from '../glyph.tsx';
import { notShownWords } from './match-words.ts';
import { useWork } from './use-work.ts';

interface WhyNothingProps {
  wish: WishMatches;
  offers: Readonly<Record<string, OfferView>>;
  findHref: string;
}

/** A wish without a match: which limits took everything away, the nearest one, and what would help. */
export function WhyNothing({ wish, offers, findHref }: WhyNothingProps) {
  const { t } = useWork();
  const limits = Object.keys(wish.removed) as ShownLimit[];
  const main = wish.nearest?.limit ?? limits[0];
  return (
    <div class="why-nothing stack-tight">
      <p class="why-nothing-title">
        <Glyph name="alert" size={18} />
        <strong>{wish.candidates === 0 ? t('student.nothingKnown') : t('student.nothing')}</strong>
      </p>
      <Nearest wish={wish} offers={offers} />
      <p>{notShownWords(wish.removed, t)}</p>
      <p>{main ? t(`help.${main}`) : t('student.nothingKnownHelp')}</p>
      <p class="no-print">
        <a href={findHref}>{t('student.inFind')}</a>
      </p>
    </div>
  );
}

function Nearest({ wish: { nearest }, offers }: Pick<WhyNothingProps, 'wish' | 'offers'>) {
  const { t, say } = useWork();
  const offer = nearest && offers[nearest.offerId];
  if (!nearest || !offer) return null;
  return (
    <p>
      {t('student.nearestIs', {
        name: offer.serviceName,
        way: say.trip(nearest.minutes, nearest.mode),
        why: t(`why.${nearest.limit}`),
      })}
    </p>
  );
}
