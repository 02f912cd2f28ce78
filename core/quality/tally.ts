import { QUALITY_RULES } from './all-quality-rules.ts';
import type { QualityGroup, QualityRule } from './quality-rule.ts';
import type { SourceQuality } from './quality-view.ts';
import type { QualityKind } from './subject.ts';

/** A record and the rules that found something in it. */
export interface Examined {
  kind: QualityKind;
  source: string;
  rules: readonly string[];
}

/** Counts by source what was found, record by record. */
export function createTally() {
  const bySource = new Map<string, SourceQuality>();
  return {
    add({ kind, source, rules }: Examined): void {
      const known = bySource.get(source);
      const counts = known ?? { source, records: { organization: 0, service: 0, location: 0 }, found: {} };
      if (!known) bySource.set(source, counts);
      counts.records[kind] += 1;
      for (const rule of rules) counts.found[rule] = (counts.found[rule] ?? 0) + 1;
    },
    /** By the source's name. */
    sources(): SourceQuality[] {
      return [...bySource.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
    },
  };
}

/** What all of these sources come to. */
export function foundInAll(sources: readonly SourceQuality[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { found } of sources)
    for (const [rule, n] of Object.entries(found)) sum[rule] = (sum[rule] ?? 0) + n;
  return sum;
}

/** How many records a rule looks at. */
export function lookedAt({ kinds }: QualityRule, { records }: SourceQuality): number {
  return kinds.reduce((sum, kind) => sum + records[kind], 0);
}

/**
 * How much of what rules of a group ask for is right, from 0 to 1: of all looks at a record those that found nothing.
 * Undefined where there is nothing to look at.
 */
export function shareRight(group: QualityGroup, sources: readonly SourceQuality[]): number | undefined {
  const rules = QUALITY_RULES.filter((rule) => rule.group === group);
  let [looks, found] = [0, 0];
  for (const source of sources)
    for (const rule of rules) {
      looks += lookedAt(rule, source);
      found += source.found[rule.name] ?? 0;
    }
  return looks === 0 ? undefined : 1 - found / looks;
}
