import { DOMAIN_IDS } from '../../../core/taxonomy/term.ts';
import { DomainBadge } from '../../parts/chip.tsx';
import { useSetting } from '../../state/config.tsx';
import { useVoice } from '../../text/use-voice.tsx';
import type { FilterProps } from './filter-bar.tsx';

/** For a start: the nine kinds of help, one press each, for people who would rather not type. */
export function DomainPicks({ query, ask }: FilterProps) {
  const { t, language } = useVoice();
  const { terms } = useSetting();
  if (query.terms.length > 0 || query.q || query.page > 1) return null;
  return (
    <nav class="domain-picks" aria-label={t('find.kinds')}>
      <ul class="plain-list">
        {DOMAIN_IDS.filter((domain) => terms.get(domain)).map((domain) => (
          <li key={domain}>
            <button type="button" onClick={() => ask({ terms: [domain] })}>
              <DomainBadge domain={domain} size={22} />
              {terms.label(domain, language)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
