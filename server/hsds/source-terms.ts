import type { Connection } from 'mongoose';
import type { Service } from '../../core/directory/service.ts';
import type { SourceTerm, Vocabulary } from '../../core/hsds/vocabulary.ts';
import { readOfferState } from '../directory/offer-changes.ts';
import { services } from '../directory/service-collection.ts';
import { model } from '../store/collection.ts';

/** The terms that sources gave services, each once; read anew when services have changed. */
export function sourceTermsOf(db: Connection, vocabulary: Vocabulary): () => Promise<readonly SourceTerm[]> {
  let known: { state: string | undefined; terms: readonly SourceTerm[] } | undefined;
  return async () => {
    const { state } = await readOfferState(db, undefined);
    // Before anything was announced nothing can be said about changes.
    if (known?.state === undefined || known.state !== state)
      known = { state, terms: await readSourceTerms(db, vocabulary) };
    return known.terms;
  };
}

async function readSourceTerms(db: Connection, vocabulary: Vocabulary): Promise<SourceTerm[]> {
  const found = await model<Service>(db, services).aggregate<{ _id: SourceTerm }>([
    { $unwind: '$sourceTerms' },
    { $group: { _id: '$sourceTerms' } },
  ]);
  const terms = vocabulary.foreign(found.map(({ _id }) => _id));
  return [...new Map(terms.map((term) => [vocabulary.sourceTermId(term), term])).values()];
}
