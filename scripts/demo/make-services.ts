import type { Polygon } from 'geojson';
import type { z } from 'zod';
import type { Confidentiality, Service } from '../../core/directory/service.ts';
import type { Position } from '../../core/geo/point.ts';
import { dayBefore, timeOf } from './demo-dates.ts';
import { DEMO_SYSTEM, demoId } from './demo-id.ts';
import { schedulesOf } from './hours.ts';
import { costOf, eligibilityOf, languagesOf } from './idea-parts.ts';
import type { Random } from './random.ts';
import type { ServicePlan } from './service-plans.ts';
import { slugOf } from './slug.ts';
import { demoPhone } from './street-address.ts';

const CONFIDENTIAL_KINDS: Readonly<Record<string, Confidentiality>> = {
  shelter: 'hidden',
  'youth-homes': 'partial',
  'family-shelter': 'partial',
};

const WAYS_TO_APPLY = [
  'Walk in.',
  'Call or send a message.',
  'Ask the school office.',
  'Fill in a short form.',
];

export function makeServices(
  plans: readonly ServicePlan[],
  outline: Polygon,
  random: Random,
): z.input<typeof Service>[] {
  return plans.map((plan, index) => makeService(plan, index, outline, random));
}

function makeService(
  plan: ServicePlan,
  index: number,
  outline: Polygon,
  random: Random,
): z.input<typeof Service> {
  const { idea, organization } = plan;
  const confidentiality = CONFIDENTIAL_KINDS[organization.kind];
  const assured = dayBefore(random.chance(0.85) ? random.int(2, 240) : random.int(400, 900));
  const apply = idea.apply ?? (random.chance(0.5) ? random.pick(WAYS_TO_APPLY) : undefined);
  return {
    id: demoId('service', plan.key),
    source: { system: DEMO_SYSTEM, id: plan.key },
    organizationId: demoId('organization', organization.key),
    ...(idea.kind === undefined ? {} : { kind: idea.kind }),
    name: plan.name,
    description: idea.about,
    email: `ask@${slugOf(organization.name)}.example.org`,
    ...(apply === undefined ? {} : { applicationProcess: apply }),
    ...costOf(idea),
    ...(idea.wait === undefined ? {} : { waitTime: idea.wait }),
    assuredDate: assured,
    lastModified: timeOf(assured),
    ...(confidentiality === undefined ? {} : { confidentiality }),
    terms: [...idea.terms],
    ...eligibilityOf(idea),
    ...(idea.hours === undefined ? {} : { schedules: schedulesOf(idea.hours) }),
    ...(idea.residents ? { serviceAreas: [countyArea(outline)] } : {}),
    ...documentsOf(plan),
    ...languagesOf(idea, random),
    phones: [{ number: demoPhone(700 + index), type: 'voice' }],
    ...capacityOf(plan, random),
    demo: true,
  };
}

function countyArea(outline: Polygon) {
  const extent = { type: 'Polygon' as const, coordinates: outline.coordinates as Position[][] };
  return { name: 'Meadowlark County', extent, extentType: 'geojson' };
}

function documentsOf({ idea }: ServicePlan): Pick<z.input<typeof Service>, 'requiredDocuments'> {
  if (idea.documents === undefined) return {};
  return { requiredDocuments: idea.documents.map((document) => ({ document })) };
}

/** Some partners never said how many places they have; some are full. */
function capacityOf({ idea }: ServicePlan, random: Random): Pick<z.input<typeof Service>, 'capacities'> {
  const full = random.chance(0.1);
  const share = full ? 0 : 0.1 + random.next() * 0.6;
  const updated = timeOf(dayBefore(random.chance(0.8) ? random.int(1, 45) : random.int(120, 420)));
  const silent = idea.free === undefined && random.chance(0.15);
  if (idea.places === undefined || silent) return {};
  const available = idea.free ?? Math.floor(idea.places * share);
  return { capacities: [{ unit: idea.unit ?? 'places', available, maximum: idea.places, updated }] };
}
