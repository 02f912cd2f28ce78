import type { Connection } from 'mongoose';
import type { OfferIndex } from '../../core/directory/offer-index.ts';
import type { NameUuid } from '../../core/hsds/hsds-object.ts';
import { createVocabulary, type SourceTerm, type Vocabulary } from '../../core/hsds/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { currentOffers } from '../directory/current-offers.ts';
import { largeAnswers } from '../http/large-answers.ts';
import { namedUuid } from '../imports/record-id.ts';
import { sourceTermsOf } from './source-terms.ts';

/** What telling and searching the directory in HSDS needs. */
export interface HsdsWorld {
  db: Connection;
  nameUuid: NameUuid;
  vocabulary: Vocabulary;
  taxonomy: Deps['rules']['taxonomy'];
  /** The terms that sources gave services, each once. */
  sourceTerms(): Promise<readonly SourceTerm[]>;
  /** What Find searches. */
  offers(): Promise<OfferIndex>;
  largeAnswers: ReturnType<typeof largeAnswers>;
}

export type HsdsDeps = Pick<Deps, 'db' | 'rules' | 'config' | 'redis' | 'log'>;

export function hsdsWorld(deps: HsdsDeps): HsdsWorld {
  const { db, rules } = deps;
  const vocabulary = createVocabulary(namedUuid, rules.taxonomy);
  return {
    db,
    nameUuid: namedUuid,
    vocabulary,
    taxonomy: rules.taxonomy,
    sourceTerms: sourceTermsOf(db, vocabulary),
    offers: currentOffers(db),
    largeAnswers: largeAnswers(deps),
  };
}
