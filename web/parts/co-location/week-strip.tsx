import type { WeekTogether as Week } from '../../../core/co-location/week-together.ts';
import { minutesOf } from '../../../core/schedule/clock.ts';
import { WEEKDAYS } from '../../../core/schedule/schedule.ts';
import { sayClockRange } from '../../text/say-time.ts';
import { useCoLocation } from './use-co-location.ts';

/** An hour is so many units wide, a day so many high. */
const HOUR = 10;
const ROW = 16;
const NOON = 12 * HOUR;

/** The week as seven lines, darker where more organizations are there; below it the same in words. */
export function WeekStrip({ week }: { week: Week }) {
  const { t, main } = useCoLocation();
  if (week.most === 0) return null;
  return (
    <figure class="week-strip">
      <div class="week-strip-days">
        <div aria-hidden="true">
          {WEEKDAYS.map((day) => (
            <span key={day}>{main.t(`day.${day}`)}</span>
          ))}
        </div>
        <svg
          viewBox={`0 0 ${24 * HOUR} ${7 * ROW}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t('strip.label')}
        >
          <rect class="week-strip-ground" width={24 * HOUR} height={7 * ROW} />
          {week.strip.map(({ day, from, to, there }) => (
            <rect
              key={`${day}${from}`}
              class="week-strip-open"
              x={(minutesOf(from) / 60) * HOUR}
              y={WEEKDAYS.indexOf(day) * ROW + 1}
              width={((minutesOf(to) - minutesOf(from)) / 60) * HOUR}
              height={ROW - 2}
              fill-opacity={0.2 + (0.8 * there) / week.most}
            />
          ))}
          <line class="week-strip-noon" x1={NOON} x2={NOON} y1="0" y2={7 * ROW} />
        </svg>
      </div>
      <figcaption class="muted small">{t('strip.label')}</figcaption>
      <details class="small no-print">
        <summary>{t('strip.table')}</summary>
        <StripInWords week={week} />
      </details>
    </figure>
  );
}

function StripInWords({ week }: { week: Week }) {
  const { t, main } = useCoLocation();
  const days = WEEKDAYS.filter((day) => week.strip.some((span) => span.day === day));
  return (
    <dl class="strip-words">
      {days.map((day) => (
        <div key={day}>
          <dt>{main.t(`day.${day}`)}</dt>
          {week.strip
            .filter((span) => span.day === day)
            .map(({ from, to, there }) => (
              <dd key={from}>
                {sayClockRange(main, from, to)} · {t('strip.there', { n: there })}
              </dd>
            ))}
        </div>
      ))}
    </dl>
  );
}
