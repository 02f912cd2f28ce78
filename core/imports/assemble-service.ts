import { type CostOption, Service, type ServiceArea } from '../directory/service.ts';
import {
  attributesOf,
  capacitiesOf,
  closuresOf,
  contactsOf,
  labelled,
  languagesOf,
  metadataOf,
  phonesOf,
  plainOf,
  schedulesOf,
  serviceAreasOf,
} from './assemble-parts.ts';
import { checked } from './checked.ts';
import { compact } from './compact.ts';
import { withPhraseRules } from './eligibility-phrase.ts';
import { eligibilityFromTerms, isAboutPeople, joinEligibility } from './eligibility-terms.ts';
import { saysNoConditions, unknownFacts } from './eligibility-words.ts';
import { type Assembly, childrenOf, type Family, type PlacedRow } from './family.ts';
import { parseAges } from './parse-ages.ts';
import { costFromText } from './parse-cost.ts';
import type { StagedAttribute } from './read-row.ts';
import type { StagedService } from './read-service.ts';

/** What the rows of a service cannot say themselves. */
export interface ServiceLinks {
  organizationId: string;
  programId?: string | undefined;
  /** Source ids of the locations where it is given. */
  locations: ReadonlySet<string>;
}

export function assembleService(
  family: Family,
  assembly: Assembly,
  links: ServiceLinks,
): Service | undefined {
  const {
    requiredDocuments = [],
    serviceAreas = [],
    funding = [],
    eligibility,
    isExact,
    languages: _,
    ...staged
  } = family.own.value as StagedService;
  const sourceId = family.own.id!;
  const terms = termsOf(family, assembly);
  const people = terms.filter(({ taxonomy }) => isAboutPeople(taxonomy));
  const names = people.map(({ name }) => name);
  const texts = plainOf(family, 'eligibility', assembly).map(({ text }) => text);
  const said = joinEligibility(
    joinEligibility(eligibility, eligibilityRows(texts)),
    eligibilityFromTerms(names),
  );
  const phrases = [...(eligibility.description?.split('\n') ?? []), ...texts, ...names];
  // Hours that are those of the service at one of its places belong to that place alone.
  const isOfService = (row: PlacedRow) => !(row.links.location ?? []).some((id) => links.locations.has(id));
  return checked(Service, family, assembly, {
    ...staged,
    id: assembly.idOf('service', sourceId),
    source: { system: assembly.system, id: sourceId },
    organizationId: links.organizationId,
    ...(links.programId === undefined ? {} : { programId: links.programId }),
    terms: mapTerms(terms, assembly),
    sourceTerms: terms.map(({ place: _place, ...term }) => term),
    eligibility: isExact ? eligibility : withPhraseRules(said, phrases, assembly.findProgram),
    schedules: schedulesOf(family, assembly, isOfService),
    ...closuresOf(family, assembly, isOfService),
    serviceAreas: [...(serviceAreas as ServiceArea[]), ...serviceAreasOf(family, assembly)],
    costOptions: costOptions(family, assembly, isExact ? undefined : staged.feesDescription),
    requiredDocuments: [
      ...requiredDocuments,
      ...plainOf(family, 'required_document', assembly).map(({ text, beside }) =>
        compact({ document: text, uri: beside }),
      ),
    ],
    languages: languagesOf(family, assembly),
    phones: phonesOf(family, assembly),
    contacts: contactsOf(family, assembly),
    capacities: capacitiesOf(family, assembly),
    funding: [...funding, ...plainOf(family, 'funding', assembly).map(({ text }) => ({ source: text }))],
    attributes: [
      ...attributesOf(family, assembly).filter(
        ({ value, linkType }) => value !== undefined || linkType === 'source-field',
      ),
      ...labelled('payment_accepted', plainOf(family, 'payment_accepted', assembly)),
      ...labelled('website', plainOf(family, 'url', assembly)),
    ],
    metadata: metadataOf(family, assembly),
  });
}

interface PlacedTerm {
  taxonomy?: string;
  code?: string;
  name: string;
  place: PlacedRow['place'];
}

/** The source's own terms, from its attribute rows and from ids in the service's row, each once. */
function termsOf(family: Family, assembly: Assembly): PlacedTerm[] {
  const fromRows = childrenOf(family, 'attribute', assembly).map((row) => ({
    id: (row.value as StagedAttribute).termId,
    row,
  }));
  const fromOwn = (family.own.links.taxonomy_term ?? []).map((id) => ({ id, row: family.own }));
  const terms = new Map<string, PlacedTerm>();
  for (const { id, row } of [...fromRows, ...fromOwn]) {
    if (id === undefined || terms.has(id)) continue;
    const found = family.look.termOf(id);
    if (found)
      terms.set(id, {
        name: found.term.name,
        ...compact({ code: found.term.code ?? id, taxonomy: found.taxonomy }),
        place: row.place,
      });
    else if (row === family.own)
      assembly.tell(
        { code: 'dangling-link', field: 'taxonomy_ids', value: id, action: 'left-out' },
        row.place,
      );
  }
  return [...terms.values()];
}

function mapTerms(terms: readonly PlacedTerm[], assembly: Assembly): string[] {
  const { terms: ours, unmapped } = assembly.mapTerms(terms);
  for (const { place, ...term } of unmapped) {
    // Terms about people have said what they have to say as eligibility.
    if (!isAboutPeople(term.taxonomy)) assembly.unmapped(term, place);
  }
  return ours;
}

/** HSDS 1.0 has a table of eligibilities: one phrase a row. */
function eligibilityRows(texts: readonly string[]) {
  const conditions = texts.filter((text) => !saysNoConditions(text));
  const only = conditions.length === 1 ? parseAges(conditions[0]!) : undefined;
  return compact({
    ...only,
    unknown: only ? [] : unknownFacts(conditions.join('\n')),
    description: conditions.join('\n') || undefined,
  });
}

function costOptions(family: Family, assembly: Assembly, fees: string | undefined): CostOption[] {
  const rows = childrenOf(family, 'cost_option', assembly).map((row) => row.value as CostOption);
  const told = rows.length === 0 && fees ? costFromText(fees) : undefined;
  return told ? [told] : rows;
}
