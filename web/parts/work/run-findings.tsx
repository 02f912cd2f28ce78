import './run-findings.css';
import type { RunFinding } from '../../../core/jobs/run-finding.ts';
import { workEn } from '../../text/work-en.ts';
import type { SayText } from './say.ts';
import { useWork } from './use-work.ts';

type FindingKey = Extract<keyof typeof workEn, `finding.${string}`>;

interface RunFindingsProps {
  findings: readonly RunFinding[];
  /** Says a finding, where there are other words for it. */
  words?: typeof findingWords;
}

/** What of its inputs a run could not use, or asks people about: folded away, a sentence each, with its partners. */
export function RunFindings({ findings, words = findingWords }: RunFindingsProps) {
  const { t } = useWork();
  if (findings.length === 0) return null;
  return (
    <details class="run-findings">
      <summary>{t('findings.count', { n: findings.length })}</summary>
      <ul>
        {findings.map((finding) => (
          <li key={finding.code}>
            {words(finding, t)}
            <Named finding={finding} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Named({ finding: { offers, count } }: { finding: RunFinding }) {
  const { t } = useWork();
  if (offers.length === 0) return null;
  return (
    <p class="small">
      {offers.map(({ id, serviceId, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={`/services/${serviceId}`}>{name}</a>
        </span>
      ))}
      {count > offers.length && ` ${t('findings.more', { n: count - offers.length })}`}
    </p>
  );
}

/** A code that this page has no words for is shown as it is rather than left out. */
export function findingWords({ code, count, values }: RunFinding, t: SayText): string {
  const key = `finding.${code}`;
  if (!(key in workEn)) return `${code}: ${count}`;
  const say = t as (key: FindingKey, values: RunFinding['values']) => string;
  return say(key as FindingKey, { ...values, n: count });
}
