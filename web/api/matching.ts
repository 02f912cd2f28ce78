import type { OfferView } from '../../core/directory/offer-view.ts';
import type { ShownPair } from '../../core/matching/conceal-pair.ts';
import type { Weighting } from '../../core/matching/weighting.ts';
import type { WhatWouldHelp } from '../../core/matching/what-would-help.ts';
import { post } from './request.ts';

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

export function askWhy(studentId: string, term: string, offerId: string): Promise<PairPage> {
  return post(`/students/${studentId}/why`, { term, offerId });
}

export function askWhatWouldHelp(studentId: string, term: string, offerId?: string): Promise<HelpPage> {
  return post(`/students/${studentId}/what-would-help`, { term, ...(offerId && { offerId }) });
}
