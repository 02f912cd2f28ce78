import type { Connection } from 'mongoose';
import { findingsIn } from '../../core/quality/all-quality-rules.ts';
import type { QualityContext } from '../../core/quality/quality-context.ts';
import type { QualityKind } from '../../core/quality/subject.ts';
import { readStandings } from '../corrections/standing.ts';
import { type QualityRecord, qualityRecordId } from './quality-collections.ts';
import type { ReadRecord } from './read-records.ts';
import { readSubjects } from './read-subjects.ts';

/** What the rules find in some records of one kind. */
export async function examine<K extends QualityKind>(
  db: Connection,
  kind: K,
  records: readonly ReadRecord<K>[],
  context: QualityContext,
): Promise<QualityRecord[]> {
  const [subjects, standingOf] = await Promise.all([
    readSubjects(db, kind, records),
    readStandings(
      db,
      records.map(({ id }) => ({ kind, id })),
    ),
  ]);
  return subjects.flatMap((subject) => {
    const { id } = subject.record;
    const standing = standingOf({ kind, id });
    // It went between two readings.
    if (!standing) return [];
    const { name, organizationIds, isSecret } = standing;
    return [
      {
        id: qualityRecordId(kind, id),
        kind,
        recordId: id,
        name,
        source: subject.record.source.system,
        organizationIds: [...organizationIds],
        isSecret,
        rules: findingsIn(subject, context),
      },
    ];
  });
}
