import type { Role, RoleGrant } from '../accounts/role.ts';
import { type Action, actionSpec, type Opening, type Reach, type Redaction } from './actions.ts';
import type { KeyReach } from './key-scopes.ts';
import type { Resource } from './resource.ts';

/** Who asks. */
export interface Subject {
  id: string;
  active: boolean;
  grants: readonly RoleGrant[];
  /** The administrator who looks through this account's eyes: then nothing can be changed. */
  viewedBy?: string | undefined;
  /** A program that asks by its key: it reaches this and nothing else, whatever is public. */
  program?: KeyReach | undefined;
}

/** Yes, with what is to be taken out of the answer, or no. */
export type Decision = { allowed: false } | { allowed: true; redact: ReadonlySet<Redaction> };

const NO: Decision = { allowed: false };

/**
 * The one place that says who may do what with which record: routes, jobs, exports and live events all ask here.
 * What is not granted is refused; where several grants open a record, only what all of them redact is taken out.
 */
export function decide(who: Subject | null, action: Action, resource: Resource): Decision {
  const openings = openingsOf(who, action).filter(({ reach, grant }) => reaches(reach, grant, who, resource));
  const [first, ...others] = openings;
  if (!first) return NO;
  const inAll = (first.redact ?? []).filter((part) => others.every(({ redact }) => redact?.includes(part)));
  return { allowed: true, redact: new Set(inAll) };
}

/** Whether there is any record at all with which this account may do it: the coarse question before the record is read. */
export function mayEver(who: Subject | null, action: Action): boolean {
  return openingsOf(who, action).length > 0;
}

/** Whether the answer depends on the record, so that each must be asked for. */
export function dependsOnRecord(action: Action): boolean {
  const spec = actionSpec(action);
  const openings = Object.values(spec.roles ?? {}).flatMap(toOpenings);
  const reaches = [spec.signedIn, ...openings.map(({ reach }) => reach)];
  return !spec.public && reaches.some((reach) => reach !== undefined && reach !== 'everything');
}

interface HeldOpening extends Opening {
  grant?: RoleGrant;
}

function openingsOf(who: Subject | null, action: Action): HeldOpening[] {
  if (who?.program) return ofProgram(who.program[action]);
  const spec = actionSpec(action);
  if (who?.viewedBy !== undefined && spec.kind === 'change') return [];
  if (spec.public) return [{ reach: 'everything' }];
  if (!who?.active) return [];
  const held = who.grants.flatMap((grant) => {
    const rule = spec.roles?.[grant.role];
    return rule ? toOpenings(rule).map((opening) => ({ ...opening, grant })) : [];
  });
  return spec.signedIn ? [{ reach: spec.signedIn }, ...held] : held;
}

function ofProgram(reach: Reach | undefined): HeldOpening[] {
  return reach === undefined ? [] : [{ reach }];
}

function toOpenings(rule: Reach | Opening | readonly Opening[]): readonly Opening[] {
  if (typeof rule === 'string') return [{ reach: rule }];
  return 'reach' in rule ? [rule] : rule;
}

function reaches(
  reach: Reach,
  grant: RoleGrant | undefined,
  who: Subject | null,
  resource: Resource,
): boolean {
  if (reach === 'everything') return true;
  if (reach === 'own') return who !== null && resource.accountId === who.id;
  if (reach === 'directory') return resource.about === 'directory';
  if (!grant) return false;
  if (reach === 'district') return grant.districtId === undefined || grant.districtId === resource.districtId;
  if (reach === 'schools') return areAllIn(resource.schoolIds, grant.schoolIds);
  if (reach === 'organizations') return reachesOrganization(grant, resource.organizationId);
  return (
    areAllIn(resource.studentIds, grant.studentIds) &&
    (reach === 'students' || holdsRights(grant.role, resource))
  );
}

/** Nobody is not everybody: a record that names none is in nobody's list. */
function areAllIn(wanted: readonly string[] = [], held: readonly string[]): boolean {
  return wanted.length > 0 && wanted.every((id) => held.includes(id));
}

function reachesOrganization({ role, organizationIds }: RoleGrant, wanted: string | undefined): boolean {
  if (wanted === undefined) return false;
  return organizationIds.includes(wanted) || (role === 'community-leader' && organizationIds.length === 0);
}

function holdsRights(role: Role, { rightsHeldBy }: Resource): boolean {
  return role === rightsHeldBy;
}
