import { Organization } from '../directory/service.ts';
import { attributesOf, contactsOf, labelled, metadataOf, phonesOf, plainOf } from './assemble-parts.ts';
import { checked } from './checked.ts';
import { type Assembly, childrenOf, type Family } from './family.ts';
import type { StagedOrganization, StagedProgram } from './read-organization.ts';

export function assembleOrganization(family: Family, assembly: Assembly): Organization | undefined {
  const sourceId = family.own.id!;
  const programs = childrenOf(family, 'program', assembly).map((row) => ({
    id: row.id!,
    ...(row.value as StagedProgram),
  }));
  return checked(Organization, family, assembly, {
    ...(family.own.value as StagedOrganization),
    id: assembly.idOf('organization', sourceId),
    source: { system: assembly.system, id: sourceId },
    phones: phonesOf(family, assembly),
    contacts: contactsOf(family, assembly),
    programs,
    attributes: [
      ...attributesOf(family, assembly),
      ...labelled('identifier', plainOf(family, 'organization_identifier', assembly)),
      ...labelled('website', plainOf(family, 'url', assembly)),
      ...labelled('funding', plainOf(family, 'funding', assembly)),
    ],
    metadata: metadataOf(family, assembly),
  });
}
