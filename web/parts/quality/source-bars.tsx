import { QUALITY_GROUPS, type QualityGroup } from '../../../core/quality/quality-rule.ts';
import type { SourceQuality } from '../../../core/quality/quality-view.ts';
import { shareRight } from '../../../core/quality/tally.ts';
import { useQuality } from './use-quality.ts';

/** More bars one below the other tell nobody anything; the table has all. */
const MOST_BARS = 6;

/** How much is right, for each kind of fault a bar a source. */
export function SourceBars({ sources }: { sources: readonly SourceQuality[] }) {
  const { t } = useQuality();
  return (
    <section class="stack" aria-labelledby="quality-picture">
      <div>
        <h2 id="quality-picture">{t('picture')}</h2>
        <p class="muted small">{t('picture.lead')}</p>
      </div>
      <div class="quality-bars">
        {QUALITY_GROUPS.map((group) => (
          <GroupBars key={group} group={group} sources={sources} />
        ))}
      </div>
    </section>
  );
}

function GroupBars({ group, sources }: { group: QualityGroup; sources: readonly SourceQuality[] }) {
  const { t, sayShare } = useQuality();
  return (
    <div>
      <h3>{t(`group.${group}`)}</h3>
      <ul class="plain-list">
        {barsOf(sources).map(({ name, of }) => {
          const share = shareRight(group, of);
          if (share === undefined) return null;
          return (
            <li key={name}>
              <span class="quality-source">{name || t('source.others', { n: of.length })}</span>
              <span class="figures">{sayShare(share)}</span>
              <span class="quality-bar" aria-hidden="true">
                <span style={{ inlineSize: `${share * 100}%` }} />
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The sources with most records, and all others as one, without a name. */
function barsOf(sources: readonly SourceQuality[]): { name: string; of: readonly SourceQuality[] }[] {
  const size = ({ records }: SourceQuality) => records.organization + records.service + records.location;
  const sorted = [...sources].sort((a, b) => size(b) - size(a));
  const own = sorted.length > MOST_BARS ? sorted.slice(0, MOST_BARS - 1) : sorted;
  const others = sorted.slice(own.length);
  return [
    ...own.map((source) => ({ name: source.source, of: [source] })),
    ...(others.length > 0 ? [{ name: '', of: others }] : []),
  ];
}
