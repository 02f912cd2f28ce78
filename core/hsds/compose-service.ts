import type { Eligibility, Organization, Service } from '../directory/service.ts';
import { asEmail, asUri, fitted } from './as-told.ts';
import { basicOrganization, composeProgram, programId } from './compose-organization.ts';
import {
  composeAttributes,
  composeCapacities,
  composeCosts,
  composeLanguages,
  composeMetadata,
  composeReach,
  composeServiceAreas,
  listed,
  type Owner,
} from './compose-parts.ts';
import { composeTimes } from './compose-times.ts';
import { type HsdsObject, type NameUuid, told, type Untold } from './hsds-object.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A service with its organization, both already veiled where they must be. */
export interface ToldService {
  service: Service;
  organization?: Organization | undefined;
}

/** A service as it stands in lists: its own fields, its organization and its program. */
export function basicService(nameUuid: NameUuid, { service, organization }: ToldService): HsdsObject {
  const program = organization?.programs.find(({ id }) => id === service.programId);
  return told({
    ...basics(service),
    // Of a service that came to its organization by a merge the program is the other one's.
    program_id:
      service.programId && (program || !organization)
        ? programId(nameUuid, service.organizationId, service.programId)
        : undefined,
    organization: organization && basicOrganization(organization),
    program: program && composeProgram(nameUuid, service.organizationId, program),
  });
}

function basics(service: Service): Untold {
  const { eligibility } = service;
  return {
    id: service.id,
    organization_id: service.organizationId,
    name: service.name,
    alternate_name: service.alternateName,
    description: service.description || undefined,
    status: service.status,
    interpretation_services: service.interpretationServices,
    application_process: service.applicationProcess,
    fees_description: service.feesDescription,
    wait_time: service.waitTime,
    accreditations: service.accreditations,
    licenses: service.licenses,
    alert: service.alert,
    eligibility_description: eligibility.description,
    minimum_age: eligibility.minimumAge,
    maximum_age: eligibility.maximumAge,
    assured_date: service.assuredDate,
    last_modified: service.lastModified,
    ...fitted({
      url: asUri(service.url),
      email: asEmail(service.email),
      assurer_email: asEmail(service.assurerEmail),
    }),
    contribution_kind: service.kind === 'service' ? undefined : service.kind,
    confidentiality: service.confidentiality === 'public' ? undefined : service.confidentiality,
    session_minutes: service.sessionMinutes,
    demo: service.demo || undefined,
  };
}

/** Everything that may be told of a service, with its links to places as they are given. */
export function fullService(
  nameUuid: NameUuid,
  vocabulary: Vocabulary,
  { service, organization }: ToldService,
  places: readonly HsdsObject[],
): HsdsObject {
  const owner: Owner = { table: 'service', id: service.id };
  return told({
    ...basicService(nameUuid, { service, organization }),
    eligibility_rules: composeEligibility(service.eligibility),
    ...composeReach(nameUuid, owner, service),
    ...composeTimes(nameUuid, owner, service),
    service_areas: composeServiceAreas(nameUuid, owner, service.serviceAreas),
    service_at_locations: places,
    languages: composeLanguages(nameUuid, owner, service.languages),
    funding: listed(nameUuid, owner, 'funding', service.funding, ({ source }, id) => told({ id, source })),
    cost_options: composeCosts(nameUuid, owner, service.costOptions),
    required_documents: listed(
      nameUuid,
      owner,
      'required_documents',
      service.requiredDocuments,
      ({ document, uri }, id) => told({ id, document, ...fitted({ uri: asUri(uri) }) }),
    ),
    ...composeCapacities(nameUuid, owner, service.capacities),
    attributes: [
      ...termAttributes(nameUuid, vocabulary, service),
      ...composeAttributes(nameUuid, owner, service.attributes),
    ],
    metadata: composeMetadata(nameUuid, owner, service.metadata),
  });
}

/** Our terms first, then those that the source gave. */
function termAttributes(nameUuid: NameUuid, vocabulary: Vocabulary, service: Service): HsdsObject[] {
  const owner: Owner = { table: 'service', id: service.id };
  const ours = service.terms.map((id) => vocabulary.ownTerm(id)).filter((term) => term !== undefined);
  const foreign = vocabulary.foreign(service.sourceTerms).map((term) => vocabulary.sourceTerm(term));
  return listed(nameUuid, owner, 'terms', [...ours, ...foreign], (term, id) =>
    told({
      id,
      link_id: service.id,
      link_entity: 'service',
      taxonomy_term_id: term.id,
      taxonomy_term: term,
    }),
  );
}

/** Whom the service takes, as rules that a program can decide by; HSDS has ages and a text. Empty: nothing but those. */
function composeEligibility(eligibility: Eligibility): HsdsObject {
  return told({
    minimum_grade: eligibility.minimumGrade,
    maximum_grade: eligibility.maximumGrade,
    required_languages: eligibility.requiredLanguages,
    residence_required: eligibility.residenceRequired,
    income_maximum_fpl_percent: eligibility.incomeMaximumFplPercent,
    programs: eligibility.programs,
    genders: eligibility.genders,
    attributes: eligibility.attributes?.map(({ name, oneOf }) => ({ name, one_of: oneOf })),
    unknown: eligibility.unknown,
  });
}
