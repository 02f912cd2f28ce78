import type { z } from 'zod';
import type { Organization, Program } from '../directory/service.ts';
import { asEmail, asNumber, asUri, fitted } from './as-told.ts';
import { composeAttributes, composeMetadata, composeReach, type Owner } from './compose-parts.ts';
import { type HsdsObject, isUuid, type NameUuid, told, type Untold } from './hsds-object.ts';

/** An organization as it stands in lists and inside other records. */
export function basicOrganization(organization: Organization): HsdsObject {
  return { ...told(basics(organization)), description: organization.description };
}

function basics(organization: Organization): Untold {
  const { id, name, alternateName, legalStatus, email, website, yearIncorporated, demo } = organization;
  return {
    id,
    name,
    alternate_name: alternateName,
    legal_status: legalStatus,
    demo: demo || undefined,
    ...fitted({
      email: asEmail(email),
      website: asUri(website),
      year_incorporated: asNumber(yearIncorporated),
    }),
  };
}

/** Everything that may be told of an organization, with its places and its services as they are given. */
export function fullOrganization(
  nameUuid: NameUuid,
  organization: Organization,
  locations: readonly HsdsObject[],
  services: readonly HsdsObject[],
): HsdsObject {
  const owner: Owner = { table: 'organization', id: organization.id };
  return {
    ...told({
      ...basics(organization),
      ...composeReach(nameUuid, owner, organization),
      programs: organization.programs.map((program) => composeProgram(nameUuid, owner.id, program)),
      locations,
      services,
      attributes: composeAttributes(nameUuid, owner, organization.attributes),
      metadata: composeMetadata(nameUuid, owner, organization.metadata),
    }),
    description: organization.description,
  };
}

export function composeProgram(
  nameUuid: NameUuid,
  organizationId: string,
  { id, name, alternateName, description = '' }: z.infer<typeof Program>,
): HsdsObject {
  return {
    ...told({ organization_id: organizationId, name, alternate_name: alternateName }),
    id: programId(nameUuid, organizationId, id),
    description,
  };
}

/** Programs keep the id that their source gave them; HSDS wants a UUID. */
export function programId(nameUuid: NameUuid, organizationId: string, id: string): string {
  return isUuid(id) ? id : nameUuid(['hsds', 'program', organizationId, id]);
}
