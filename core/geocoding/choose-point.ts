import { greatCircleKm } from '../geo/great-circle-km.ts';
import type { AddressToAsk } from './address-to-ask.ts';
import type { Candidate, GeocoderAnswer } from './geocoding.ts';
import { doubted, type Judging, judgeMatch } from './judge-match.ts';

/** From this score on nobody is asked: the house itself, at most spelled another way. */
const SURE_FROM = 0.9;
/** Two points that are nearer than this are the same house. */
const SAME_KM = 0.1;
const MOST_CANDIDATES = 5;

export interface ChosenPoint {
  /** `sure` is taken as it is, `weak` waits for a person. */
  verdict: 'sure' | 'weak' | 'none';
  /** The best first. */
  candidates: Candidate[];
  several: boolean;
}

/** What of a geocoder's answer can be taken for the point of an address. */
export function choosePoint(asked: AddressToAsk, answer: GeocoderAnswer, judging: Judging): ChosenPoint {
  const judged = apart(answer.found.map((found) => judgeMatch(asked, found, judging)).sort(byScore));
  const [best, second] = judged;
  const several = answer.several === true || (second !== undefined && second.score === best?.score);
  const candidates = judged
    .map((each) => (several && each.score === best?.score ? doubted(each, 'several') : each))
    .slice(0, MOST_CANDIDATES);
  if (candidates.length === 0) return { verdict: several ? 'weak' : 'none', candidates, several };
  const isSure = !several && (candidates[0]?.score ?? 0) >= SURE_FROM;
  return { verdict: isSure ? 'sure' : 'weak', candidates, several };
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.label.localeCompare(b.label, 'en');
}

/** Without those that say a better one's point again. */
function apart(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const each of candidates) {
    const isKnown = kept.some(
      ({ point }) => greatCircleKm(point.coordinates, each.point.coordinates) < SAME_KM,
    );
    if (!isKnown) kept.push(each);
  }
  return kept;
}
