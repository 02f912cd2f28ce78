import { IDEAS } from './ideas.ts';
import { ORGANIZATIONS, type OrganizationPlan } from './organizations.ts';
import type { Random } from './random.ts';
import type { ServiceIdea } from './service-idea.ts';
import { SETTLEMENTS } from './settlements.ts';
import { slugOf } from './slug.ts';

export interface ServicePlan {
  key: string;
  name: string;
  organization: OrganizationPlan;
  idea: ServiceIdea;
}

/** What every organisation surely gives, and a seeded choice of what some give, `count` in all. */
export function planServices(count: number, random: Random): ServicePlan[] {
  const sure = ORGANIZATIONS.flatMap((organization) => plansOf(organization, 'must'));
  const others = ORGANIZATIONS.flatMap((organization) => plansOf(organization, 'may'));
  const chosen = new Set(eachIdeaFirst(random.shuffle(others)).slice(0, count - sure.length));
  return ORGANIZATIONS.flatMap((organization) =>
    [...sure, ...others.filter((plan) => chosen.has(plan))].filter(
      (plan) => plan.organization === organization,
    ),
  );
}

/** One of every idea before the second of any: no term of the taxonomy goes without a service. */
function eachIdeaFirst(plans: readonly ServicePlan[]): ServicePlan[] {
  const firsts = new Map([...plans].reverse().map((plan) => [plan.idea, plan]));
  const isFirst = (plan: ServicePlan) => firsts.get(plan.idea) === plan;
  return [...plans.filter(isFirst), ...plans.filter((plan) => !isFirst(plan))];
}

function plansOf(organization: OrganizationPlan, part: 'must' | 'may'): ServicePlan[] {
  return IDEAS[organization.kind]![part].map((idea) => ({
    key: `${organization.key}/${slugOf(idea.name.replace('{town}', '').replace('{org}', ''))}`,
    name: filled(idea.name, organization),
    organization,
    idea,
  }));
}

function filled(name: string, organization: OrganizationPlan): string {
  return name
    .replace('{town}', SETTLEMENTS[organization.settlement].name)
    .replace('{org}', organization.name);
}
