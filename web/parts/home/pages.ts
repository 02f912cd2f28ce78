import type { RoleGrant } from '../../../core/accounts/role.ts';
import type { Action } from '../../../core/policy/actions.ts';
import { mayEver } from '../../../core/policy/decide.ts';
import type { HomeTexts } from '../../text/home-en.ts';

type PageText = Extract<keyof HomeTexts, `page.${string}`>;
type GroupText = Extract<keyof HomeTexts, `group.${string}`>;

interface Page {
  href: string;
  label: PageText;
  /** Whoever may ever do this has use for the page. */
  action: Action;
  /** It stands beside our pages: the browser goes there by itself. */
  target?: '_top';
}

/** All pages, by what people do there. */
const GROUPS: readonly [GroupText, readonly Page[]][] = [
  [
    'group.students',
    [
      { href: '/schools', label: 'page.schools', action: 'students.list' },
      { href: '/referrals', label: 'page.referrals', action: 'referrals.turn' },
      { href: '/opportunity-plans', label: 'page.opportunityPlans', action: 'opportunity-plans.due' },
      { href: '/reviews', label: 'page.reviews', action: 'reviews.list' },
      { href: '/runs', label: 'page.runs', action: 'matches.run' },
      { href: '/plans', label: 'page.plans', action: 'plans.run' },
    ],
  ],
  [
    'group.partners',
    [
      { href: '/partner', label: 'page.partner', action: 'disclosures.list' },
      { href: '/shared', label: 'page.shared', action: 'disclosures.list' },
      { href: '/agreements', label: 'page.agreements', action: 'agreements.read' },
      { href: '/verify', label: 'page.verify', action: 'verification.change' },
      { href: '/quality', label: 'page.quality', action: 'quality.read' },
      { href: '/duplicates', label: 'page.duplicates', action: 'duplicates.judge' },
    ],
  ],
  [
    'group.community',
    [
      { href: '/', label: 'page.find', action: 'directory.read' },
      { href: '/gaps', label: 'page.gaps', action: 'gaps.read' },
      { href: '/where-next', label: 'page.whereNext', action: 'siting.read' },
      { href: '/co-location', label: 'page.coLocation', action: 'co-location.read' },
      { href: '/unmet', label: 'page.unmet', action: 'unmet.read' },
      { href: '/surveys', label: 'page.surveys', action: 'surveys.read' },
      { href: '/assessments', label: 'page.assessments', action: 'assessments.read' },
    ],
  ],
  [
    'group.data',
    [
      { href: '/import', label: 'page.import', action: 'imports.run' },
      { href: '/download', label: 'page.download', action: 'directory.export' },
      { href: '/embeds', label: 'page.embeds', action: 'verification.change' },
      { href: '/accounts/webhooks', label: 'page.webhooks', action: 'webhooks.read' },
      { href: '/docs', label: 'page.docs', action: 'api-keys.read', target: '_top' },
    ],
  ],
  [
    'group.trellis',
    [
      { href: '/weights', label: 'page.weights', action: 'weights.change' },
      { href: '/rules', label: 'page.rules', action: 'district-rules.change' },
      { href: '/accounts', label: 'page.accounts', action: 'accounts.read' },
      { href: '/audit', label: 'page.audit', action: 'audit.search' },
      { href: '/retention', label: 'page.retention', action: 'retention.read' },
      { href: '/accounts/own', label: 'page.account', action: 'own-account.read' },
    ],
  ],
];

/** The pages that somebody with these grants has use for; groups without any are left out. */
export function pagesFor(grants: readonly RoleGrant[]): [GroupText, readonly Page[]][] {
  const who = { id: '', active: true, grants };
  const own = ownPages(grants);
  return GROUPS.map(([group, pages]): [GroupText, readonly Page[]] => [
    group,
    [...(group === 'group.students' ? own : []), ...pages].filter(({ action }) => mayEver(who, action)),
  ]).filter(([, pages]) => pages.length > 0);
}

/** Families and students: their own record and plan. */
function ownPages(grants: readonly RoleGrant[]): Page[] {
  return grants
    .flatMap(({ studentIds }) => studentIds)
    .flatMap((id): Page[] => [
      { href: `/students/${id}`, label: 'page.record', action: 'student.read' },
      { href: `/students/${id}/plan`, label: 'page.ownPlan', action: 'opportunity-plan.read' },
      { href: `/students/${id}/reviews`, label: 'page.ownReviews', action: 'reviews.answer' },
    ]);
}
