import type { Action } from '../../core/policy/actions.ts';

/** The parts of the API in the order in which they are told, each with the groups of actions that belong to it. */
const PARTS = [
  [
    'Directory',
    'directory capacity hours organizations',
    'What the community has: offers, services, sites, organizations.',
  ],
  ['Settings', 'settings service schools', 'The district, its schools and terms, and whether all runs.'],
  ['Signing in', 'session own-account second-factor', 'Sessions, and one’s own account.'],
  ['Accounts', 'accounts api-keys', 'Who may sign in, and as what.'],
  ['Today', 'home digests calendars', 'What waits for whom.'],
  ['Students', 'students student forgotten-students', 'Students’ records.'],
  ['Consents', 'consents disclosures', 'What may leave, to whom, and what left.'],
  [
    'Record of access',
    'access-record audit retention',
    'Who saw, changed and received what, and what was deleted when.',
  ],
  ['Matching', 'matches match-runs weights school-needs', 'Students’ needs and the services that meet them.'],
  ['Placement plans', 'plans plan-runs', 'Places for a whole school or district at once.'],
  ['Referrals', 'referrals partner-referrals referral-links', 'Asking partners, and what they answer.'],
  [
    'Opportunity plans',
    'opportunity-plan opportunity-plans reviews conferences',
    'Plans of students, monthly checks, meetings.',
  ],
  ['Surveys', 'surveys survey survey-bank survey-names', 'Asking families and students.'],
  ['Agreements', 'agreements papers approvals', 'Promises and papers of partners.'],
  ['Assessments', 'assessments', 'The four Cs and the six standards.'],
  [
    'Verification',
    'verification suggestions corrections duplicates quality geocoding',
    'Keeping the directory right.',
  ],
  ['Gaps', 'gaps siting scenarios co-location unmet', 'What lacks where, and where something new should go.'],
  ['Rules', 'district-rules', 'What a district decides for itself.'],
  ['Imports and exports', 'imports feeds', 'Bringing data in and taking it out.'],
  ['Webhooks', 'webhooks', 'Telling other programs what has changed.'],
] as const;

export const OTHER = 'Other';

export interface PartOfApi {
  name: string;
  description: string;
}

export const PARTS_OF_API: readonly PartOfApi[] = [
  ...PARTS,
  [OTHER, '', 'What no other part has.'] as const,
].map(([name, , description]) => ({
  name,
  description,
}));

const byGroup = new Map<string, string>(
  PARTS.flatMap(([name, groups]) => groups.split(' ').map((group): [string, string] => [group, name])),
);

/** A group that is named nowhere still has its place; the tests refuse it. */
export function partOf(action: Action): string {
  const [group = ''] = action.split('.');
  return byGroup.get(group) ?? OTHER;
}
