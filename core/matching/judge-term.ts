import { visitNear } from '../geo/k-d-tree.ts';
import { chordSquared } from '../geo/sphere-points.ts';
import { type Court, type Journey, judgeOffer } from './judge-offer.ts';
import type { Limit } from './match.ts';
import type { Candidate } from './term-index.ts';
import type { TermReach } from './term-reach.ts';

/**
 * Judges a term's candidates for one student: hands over those that no limit removed, in no order, and counts the
 * others by their limit, as if each had been judged. Only those within reach are. Of the others it is known: access is
 * asked before the way, once for all that have the same rules; whom access does not remove is too far.
 */
export function judgeTerm(
  court: Court,
  { candidates, tree, accessRules }: TermReach,
  passed: (candidate: Candidate, journey: Journey) => void,
): Partial<Record<Limit, number>> {
  const { view, points, bound } = court;
  const removed: Partial<Record<Limit, number>> = {};
  let open = candidates.length;
  const remove = (limit: Limit, count: number) => {
    removed[limit] = (removed[limit] ?? 0) + count;
    open -= count;
  };
  for (const { offer, count } of accessRules) {
    const { limit } = view.access(offer);
    if (limit) remove(limit, count);
  }
  const [first, second] = [view.afternoonOrigin, view.eveningOrigin];
  if (!first) return removed;

  const judge = (candidate: Candidate) => {
    if (view.access(candidate.offer).limit) return;
    const judged = judgeOffer(court, candidate.offer);
    if (typeof judged === 'object') {
      open--;
      passed(candidate, judged);
    } else if (judged && judged !== 'too-far') remove(judged, 1);
  };
  visitNear(tree, first.vector, bound, (place) => {
    judge(candidates[place]!);
    return bound;
  });
  if (second && second.from !== first.from) {
    visitNear(tree, second.vector, bound, (place) => {
      const candidate = candidates[place]!;
      if (chordSquared(points, candidate.offer, first.vector) > bound) judge(candidate);
      return bound;
    });
  }
  if (open > 0) remove('too-far', open);
  return removed;
}
