import type { WeekTogether } from '../../../core/co-location/week-together.ts';
import { sayHours } from '../../text/say-hours.ts';
import { useCoLocation } from './use-co-location.ts';

interface TogetherLinesProps {
  week: Omit<WeekTogether, 'strip'>;
  /** Lines of the week that are shown; all without it. */
  atMost?: number;
}

/** In words: how many are there at once, and when. */
export function TogetherLines({ week, atMost = Number.POSITIVE_INFINITY }: TogetherLinesProps) {
  const { t, main } = useCoLocation();
  const { known, of, most, hours } = week;
  const silent = of - known;
  if (known === 0) return <p>{t('together.unknown')}</p>;
  if (known === 1) return <p>{t('together.one', { of })}</p>;
  const lines = sayHours(main, hours);
  return (
    <>
      {most < 2 ? (
        <p>{t('together.alone')}</p>
      ) : (
        <>
          <p>{most === of ? t('together.all', { n: of }) : t('together.most', { n: most, of })}</p>
          <ul class="plain-list">
            {lines.slice(0, atMost).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {lines.length > atMost && (
              <li class="muted">{t('together.more', { n: lines.length - atMost })}</li>
            )}
          </ul>
        </>
      )}
      {silent > 0 && <p class="muted small">{t('together.silent', { n: silent })}</p>}
    </>
  );
}
