import './co-location.css';
import { useMemo } from 'preact/hooks';
import { weekTogether } from '../../../core/co-location/week-together.ts';
import type { OfferView } from '../../api/offers.ts';
import { TogetherLines } from './together-lines.tsx';
import { useCoLocation } from './use-co-location.ts';
import { WeekStrip } from './week-strip.tsx';

/** On a site's page: when its organizations are there together. One alone has its hours beside its services. */
export function SiteTogether({ offers }: { offers: readonly OfferView[] }) {
  const { t } = useCoLocation();
  const week = useMemo(() => weekTogether(offers), [offers]);
  if (week.of < 2) return null;
  return (
    <section class="stack-tight">
      <h2>{t('together.title')}</h2>
      <TogetherLines week={week} />
      <WeekStrip week={week} />
      <p class="no-print">
        <a href="/co-location">{t('site.all')}</a>
      </p>
    </section>
  );
}
