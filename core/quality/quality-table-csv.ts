import { csvRow } from '../csv/csv-row.ts';
import { QUALITY_RULES } from './all-quality-rules.ts';
import type { QualityRule } from './quality-rule.ts';
import type { SourceQuality } from './quality-view.ts';
import { lookedAt } from './tally.ts';

/** What was found, a line for each source and rule that looked at any of its records. */
export function qualityTable(
  sources: readonly SourceQuality[],
  sayRule: (rule: QualityRule) => string,
): string {
  const lines = sources.flatMap((source) =>
    QUALITY_RULES.filter((rule) => lookedAt(rule, source) > 0).map((rule) =>
      csvRow([
        source.source,
        rule.group,
        rule.name,
        sayRule(rule),
        source.found[rule.name] ?? 0,
        lookedAt(rule, source),
      ]),
    ),
  );
  return csvRow(['source', 'group', 'rule', 'words', 'found', 'records']) + lines.join('');
}
