import { DOMAIN_IDS } from '../../../core/taxonomy/term.ts';
import { DomainChip } from '../../parts/chip.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useSetting } from '../../state/config.tsx';
import { useVoice } from '../../text/use-voice.tsx';

/** What the pins mean. */
export function MapLegend() {
  const { t, language } = useVoice();
  const { terms } = useSetting();
  return (
    <details class="map-legend">
      <summary>{t('legend.title')}</summary>
      <ul class="row plain-list">
        {DOMAIN_IDS.map((domain) => (
          <li key={domain}>
            <DomainChip domain={domain}>{terms.label(domain, language)}</DomainChip>
          </li>
        ))}
        <li class="legend-note">
          <span class="legend-full" aria-hidden="true" /> {t('legend.full')}
        </li>
        <li class="legend-note">
          <Glyph name="clock" size={16} /> {t('legend.closed')}
        </li>
        <li class="legend-note">
          <span class="legend-count" aria-hidden="true">
            3
          </span>{' '}
          {t('legend.count')}
        </li>
      </ul>
    </details>
  );
}
