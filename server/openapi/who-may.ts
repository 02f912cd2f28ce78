import { ROLES } from '../../core/accounts/role.ts';
import { type Action, actionSpec, type Opening, type Reach } from '../../core/policy/actions.ts';

const REACHES: Record<Reach, string> = {
  everything: '',
  district: ' (own district)',
  schools: ' (own schools)',
  students: ' (own record)',
  'students-by-right': ' (while they hold the rights over the record)',
  organizations: ' (own organizations)',
  directory: ' (what belongs to the directory)',
  own: ' (what is their own)',
};

/** Who may do it, in the words of the policy's own table. */
export function whoMay(action: Action): string[] {
  const { public: isPublic, signedIn, roles = {} } = actionSpec(action);
  if (isPublic) return ['everybody'];
  const all = signedIn === undefined ? [] : [`everybody who is signed in${REACHES[signedIn]}`];
  const held = ROLES.flatMap((role) => {
    const rule = roles[role];
    return rule === undefined ? [] : [`${role}${reachesOf(rule)}`];
  });
  return [...all, ...held];
}

function reachesOf(rule: Reach | Opening | readonly Opening[]): string {
  if (typeof rule === 'string') return REACHES[rule];
  const openings = 'reach' in rule ? [rule] : rule;
  return [...new Set(openings.map(({ reach }) => REACHES[reach]))].join('');
}
