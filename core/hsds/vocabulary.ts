import type { z } from 'zod';
import type { SourceTerm as SourceTermShape } from '../directory/service.ts';
import { isOwnTerm, OWN_TAXONOMY } from '../taxonomy/own-term.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Term } from '../taxonomy/term.ts';
import { type HsdsObject, isUuid, type NameUuid, told } from './hsds-object.ts';

export type SourceTerm = z.infer<typeof SourceTermShape>;

/** Names terms and taxonomies as HSDS does. */
export interface Vocabulary {
  ownTaxonomy: HsdsObject;
  taxonomy(name: string): HsdsObject;
  /** A term of ours; undefined where our taxonomy has none of this id. */
  ownTerm(id: string): HsdsObject | undefined;
  sourceTerm(term: SourceTerm): HsdsObject;
  ownTermId(id: string): string;
  sourceTermId(term: SourceTerm): string;
  /** Source terms of a service that are not ours: an export of ours that came back carries those among them. */
  foreign(terms: readonly SourceTerm[]): SourceTerm[];
}

export function createVocabulary(nameUuid: NameUuid, ours: Taxonomy): Vocabulary {
  const taxonomyId = (name: string) => nameUuid(['hsds', 'taxonomy', name]);
  const taxonomy = (name: string): HsdsObject => ({
    id: taxonomyId(name),
    name,
    description: name === OWN_TAXONOMY ? 'What children need and communities give, in nine domains.' : '',
  });
  const ownTermId = (id: string) => nameUuid(['hsds', 'term', OWN_TAXONOMY, id]);
  const ownTerms = new Map(ours.terms.map((term) => [term.id, composeTerm(term)]));
  // Where a source gives a term no code, its own id stands for it: so it is the same term after a round.
  const sourceTermId = ({ taxonomy: name = '', code, name: label }: SourceTerm) =>
    code !== undefined && isUuid(code) ? code : nameUuid(['hsds', 'term', name, code ?? '', label]);

  function composeTerm({ id, parent, label, description }: Term): HsdsObject {
    return {
      ...told({ parent_id: parent === null ? undefined : ownTermId(parent) }),
      id: ownTermId(id),
      code: id,
      name: label.en,
      description: description?.en ?? '',
      language: 'en',
      names: label,
      taxonomy: OWN_TAXONOMY,
      taxonomy_id: taxonomyId(OWN_TAXONOMY),
      taxonomy_detail: taxonomy(OWN_TAXONOMY),
    };
  }

  return {
    ownTaxonomy: taxonomy(OWN_TAXONOMY),
    taxonomy,
    ownTerm: (id) => ownTerms.get(id),
    ownTermId,
    sourceTermId,
    sourceTerm: (term) => ({
      ...told({
        taxonomy: term.taxonomy,
        taxonomy_id: term.taxonomy ? taxonomyId(term.taxonomy) : undefined,
        taxonomy_detail: term.taxonomy ? taxonomy(term.taxonomy) : undefined,
      }),
      id: sourceTermId(term),
      code: term.code ?? sourceTermId(term),
      name: term.name,
      description: '',
    }),
    foreign: (terms) => terms.filter((term) => !isOwnTerm(ours, term)),
  };
}
