import type { Contact, Organization, Service } from '../../core/directory/service.ts';
import type { Recipient } from '../mail/mail-transport.ts';

/** One address, without a name and without a second one behind a comma. */
const ADDRESS = /^[^\s<>@,;"]+@[^\s<>@,;"]+\.[^\s<>@,;"]+$/;

/** Where a service is written to: at its own address, else at its organization's, else to the first who has one. */
export function partnerAddress(
  organization: Organization,
  service: Service | undefined,
): Recipient | undefined {
  const address = [
    service?.email,
    ...emailsOf(service?.contacts),
    organization.email,
    ...emailsOf(organization.contacts),
  ].find((email) => email !== undefined && ADDRESS.test(email.trim()));
  return address === undefined ? undefined : { name: organization.name, address: address.trim() };
}

/** Spanish where a service is given in Spanish and not in English. */
export function partnerLanguage(service: Service | undefined): 'en' | 'es' {
  const codes = (service?.languages ?? []).map(({ code }) => code);
  return codes.includes('es') && !codes.includes('en') ? 'es' : 'en';
}

function emailsOf(contacts: readonly Contact[] = []): (string | undefined)[] {
  return contacts.map(({ email }) => email);
}
