import type { OfferView } from '../../core/directory/offer-view.ts';
import type { ShownPair } from '../../core/matching/conceal-pair.ts';
import type { MatchingRules, WishMatches } from '../../core/matching/match.ts';
import type { Weighting } from '../../core/matching/weighting.ts';
import type { WhatWouldHelp } from '../../core/matching/what-would-help.ts';
import { get, post, put } from './request.ts';

type Offers = Record<string, OfferView>;

export interface PairPage {
  pair: ShownPair;
  weighting: Weighting;
  offers: Offers;
}

export interface HelpPage {
  help: WhatWouldHelp;
  offers: Offers;
}

export interface PreviewPage {
  weighting: Weighting;
  wishes: WishMatches[];
  offers: Offers;
}

export interface WeightsVersion extends Weighting {
  number: number;
  note?: string;
  savedAt: string;
  by: string | null;
}

export interface WeightsPage {
  districtId: string;
  standard: Weighting;
  fit: MatchingRules['fit'];
  /** Newest first; the first holds, without any the standard does. */
  versions: WeightsVersion[];
}

export function askWhy(studentId: string, term: string, offerId: string): Promise<PairPage> {
  return post(`/students/${studentId}/why`, { term, offerId });
}

export function askWhatWouldHelp(studentId: string, term: string, offerId?: string): Promise<HelpPage> {
  return post(`/students/${studentId}/what-would-help`, { term, ...(offerId && { offerId }) });
}

export function previewMatches(studentId: string, weighting: Weighting): Promise<PreviewPage> {
  return post(`/students/${studentId}/matches/preview`, weighting);
}

export function loadWeights(signal?: AbortSignal): Promise<WeightsPage> {
  return get('/matching-weights', {}, signal);
}

export function saveWeights(
  change: Weighting & { districtId: string; basedOn: number; note?: string },
): Promise<WeightsPage> {
  return put('/matching-weights', change);
}
