import type { Connection, PipelineStage } from 'mongoose';
import { type MatchRecord, matches } from '../matches/match-collections.ts';
import { model } from '../store/collection.ts';

/** The terms of a student's needs in the newest matching: true where it found something. */
export type MatchedTerms = ReadonlyMap<string, boolean>;

/** What the newest current matching says of each of these students, in one round trip; unmatched students are absent. */
export async function readMatchedTerms(
  db: Connection,
  studentIds: readonly string[],
): Promise<Map<string, MatchedTerms>> {
  const pipeline = [
    { $match: { studentId: { $in: studentIds }, current: true } },
    { $project: { studentId: 1, runNumber: 1, needs: { $map: { input: needs, in: foundSomething } } } },
    // Documents compare field by field, so the greatest is that of the newest run.
    { $group: { _id: '$studentId', newest: { $max: { runNumber: '$runNumber', needs: '$needs' } } } },
  ];
  const found = await model<MatchRecord>(db, matches).aggregate<Row>(pipeline as PipelineStage[]);
  return new Map(
    found.map(({ _id, newest: { needs: list } }) => [
      _id,
      new Map(list.map((need) => [need.term, need.matched])),
    ]),
  );
}

const needs = { $filter: { input: '$wishes', cond: { $eq: ['$$this.kind', 'need'] } } };

const foundSomething = { term: '$$this.term', matched: { $gt: ['$$this.found', 0] } };

interface Row {
  _id: string;
  newest: { needs: { term: string; matched: boolean }[] };
}
