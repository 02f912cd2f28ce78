import type { Connection } from 'mongoose';
import type { QualityContext } from '../../core/quality/quality-context.ts';
import type { QualityRule } from '../../core/quality/quality-rule.ts';
import type { QualityRow } from '../../core/quality/quality-view.ts';
import { QUALITY_KINDS, type QualityKind } from '../../core/quality/subject.ts';
import { readStandings } from '../corrections/standing.ts';
import { type QualityRecord, qualityRecordId } from './quality-collections.ts';
import { readRecordsById } from './read-records.ts';
import { readSubjects } from './read-subjects.ts';
import type { Sight } from './sight.ts';

/**
 * Records that were found by a rule, as they are now: what stands there, or that it was put right since. One that
 * has become secret, or somebody else's, is left out.
 */
export async function lookAgain(
  db: Connection,
  rule: QualityRule,
  records: readonly QualityRecord[],
  context: QualityContext,
  { sees }: Sight,
): Promise<QualityRow[]> {
  const standingOf = await readStandings(
    db,
    records.map(({ kind, recordId }) => ({ kind, id: recordId })),
  );
  const found = new Map<string, string | undefined>();
  for (const kind of QUALITY_KINDS) await lookAt(kind);
  return records.flatMap(({ id, kind, recordId, source }): QualityRow[] => {
    const standing = standingOf({ kind, id: recordId });
    if (!standing || !sees(standing)) return [];
    const stands = found.get(id);
    const [organizationId] = standing.organizationIds;
    return [
      {
        kind,
        id: recordId,
        name: standing.name,
        source,
        ...(organizationId !== undefined && { organizationId }),
        found: stands ?? '',
        mended: stands === undefined,
      },
    ];
  });

  async function lookAt(kind: QualityKind): Promise<void> {
    const ids = records.filter((record) => record.kind === kind).map(({ recordId }) => recordId);
    if (ids.length === 0) return;
    const subjects = await readSubjects(db, kind, await readRecordsById(db, kind, ids));
    for (const subject of subjects)
      found.set(qualityRecordId(kind, subject.record.id), rule.finds(subject, context));
  }
}
