import type { z } from 'zod';
import type { Organization } from '../../core/directory/service.ts';
import { DEMO_SYSTEM, demoId } from './demo-id.ts';
import { ORGANIZATIONS, type OrganizationPlan } from './organizations.ts';
import type { Random } from './random.ts';
import { SETTLEMENTS } from './settlements.ts';
import { slugOf } from './slug.ts';
import { demoPhone } from './street-address.ts';

const PUBLIC_KINDS = new Set([
  ...['district', 'library', 'college', 'health-department', 'extension', 'parks', 'transit', 'housing'],
  ...['government', 'human-services', 'sheriff', 'workforce', 'fire', 'electric'],
]);
const TRADE_KINDS = new Set([
  ...['business', 'bank', 'farm', 'pharmacy', 'dentist', 'eye-care', 'sport-studio', 'martial-arts'],
  ...['dance', 'music', 'bowling', 'drivers-school', 'therapy', 'media', 'child-care', 'riding'],
]);

export function makeOrganizations(random: Random): z.input<typeof Organization>[] {
  return ORGANIZATIONS.map((plan, index) => makeOrganization(plan, index, random));
}

function makeOrganization(
  plan: OrganizationPlan,
  index: number,
  random: Random,
): z.input<typeof Organization> {
  const host = `${slugOf(plan.name)}.example.org`;
  return {
    id: demoId('organization', plan.key),
    source: { system: DEMO_SYSTEM, id: plan.key },
    name: plan.name,
    description: `${plan.name} in ${SETTLEMENTS[plan.settlement].name}. Invented for the demonstration.`,
    email: `hello@${host}`,
    ...(random.chance(0.7) ? { website: `https://${host}/` } : {}),
    legalStatus: legalStatus(plan.kind),
    yearIncorporated: String(random.int(1891, 2021)),
    phones: [{ number: demoPhone(20 + index), type: 'voice' }],
    demo: true,
  };
}

function legalStatus(kind: string): string {
  if (PUBLIC_KINDS.has(kind)) return 'public';
  return TRADE_KINDS.has(kind) ? 'business' : 'nonprofit';
}
