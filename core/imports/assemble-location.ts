import type { z } from 'zod';
import { strictest } from '../directory/confidential.ts';
import { type Accessibility, type Address, Location } from '../directory/service.ts';
import {
  addressesOf,
  attributesOf,
  closuresOf,
  contactsOf,
  languagesOf,
  metadataOf,
  phonesOf,
  schedulesOf,
} from './assemble-parts.ts';
import { checked } from './checked.ts';
import { type Assembly, childrenOf, type Family } from './family.ts';
import type { StagedLocation } from './read-location.ts';

/** A location with its addresses; `isStandIn` says that many places far apart share its point. */
export function assembleLocation(
  family: Family,
  assembly: Assembly,
  organizationId: string | undefined,
  isStandIn: boolean,
): Location | undefined {
  const { accessibility = [], name, point, ...staged } = family.own.value as StagedLocation;
  const sourceId = family.own.id!;
  const addresses = addressesOf(family, assembly);
  const rows = childrenOf(family, 'accessibility', assembly).map(
    (row) => row.value as z.infer<typeof Accessibility>,
  );
  if (isStandIn) {
    const value = point?.coordinates.join(', ') ?? '';
    const detail = 'Places with different addresses have this very point.';
    assembly.tell(
      { code: 'point-placeholder', field: 'latitude', value, action: 'left-out', detail },
      family.own.place,
    );
  }
  const texts = [name, staged.description, ...addresses.map(({ address1 }) => address1)];
  const said = staged.confidentiality ?? 'public';
  const isSecret = said !== 'public' || saysConfidential(texts);
  if (isSecret) {
    assembly.tell({ code: 'confidential-place', action: 'left-out' }, family.own.place);
    assembly.conceal([family.own, ...family.children].map(({ place }) => place));
  }
  return checked(Location, family, assembly, {
    ...staged,
    id: assembly.idOf('location', sourceId),
    source: { system: assembly.system, id: sourceId },
    ...(organizationId === undefined ? {} : { organizationId }),
    name: name ?? nameless(family, assembly, staged, addresses),
    ...(point && !isStandIn && !isSecret ? { point } : {}),
    pointQuality: isStandIn ? 'placeholder' : isSecret ? 'missing' : staged.pointQuality,
    confidentiality: isSecret ? strictest(said, 'partial') : 'public',
    addresses,
    accessibility: [...accessibility, ...rows],
    phones: phonesOf(family, assembly),
    contacts: contactsOf(family, assembly),
    languages: languagesOf(family, assembly),
    schedules: schedulesOf(family, assembly),
    ...closuresOf(family, assembly),
    attributes: attributesOf(family, assembly),
    metadata: metadataOf(family, assembly),
  });
}

function nameless(
  family: Family,
  assembly: Assembly,
  staged: Omit<StagedLocation, 'name' | 'point' | 'accessibility'>,
  addresses: readonly Address[],
): string {
  const name =
    staged.alternateName ??
    addresses.find(({ address1 }) => address1)?.address1 ??
    addresses[0]?.city ??
    family.own.id!;
  assembly.tell(
    { code: 'missing-name', field: 'name', action: 'repaired', detail: `It is listed as "${name}".` },
    family.own.place,
  );
  return name;
}

function saysConfidential(texts: readonly (string | undefined)[]): boolean {
  return texts.some(
    (text) =>
      text &&
      /\b(?:confidential|undisclosed) (?:address|location|site|shelter)\b|\b(?:address|location)(?: is)?:? (?:confidential|undisclosed)\b|^(?:confidential|undisclosed)$/i.test(
        text,
      ),
  );
}
