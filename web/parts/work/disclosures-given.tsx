import type { DisclosureLine } from '../../../core/audit/access-record.ts';
import { fieldWords, personWords, purposeWords } from './audit-words.ts';
import { useAudit } from './use-audit.ts';

/** Each handing over to somebody outside the school, in full. */
export function DisclosuresGiven({ disclosures }: { disclosures: readonly DisclosureLine[] }) {
  const { t } = useAudit();
  return (
    <section class="section" aria-labelledby="given">
      <h2 id="given">{t('given')}</h2>
      {disclosures.length === 0 ? (
        <p>{t('given.none')}</p>
      ) : (
        disclosures.map((one) => <Given key={one.seq} line={one} />)
      )}
    </section>
  );
}

function Given({ line }: { line: DisclosureLine }) {
  const { t, work, reason } = useAudit();
  const { recipient, records, purpose } = line.disclosure;
  const facts: [string, string][] = [
    [t('given.on'), work.say.dateTime(line.at)],
    [t('given.records'), work.say.list(records.map((record) => fieldWords(record, t)))],
    [t('given.purpose'), purposeWords(purpose, t)],
    [t('given.why'), reason(line.why)],
    [t('given.by'), personWords(line.who, t, work.say)],
  ];
  return (
    <article class="card">
      <h3>{t('given.to', { name: recipient.name || t('given.unknown') })}</h3>
      <dl class="given-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt class="muted">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </article>
  );
}
