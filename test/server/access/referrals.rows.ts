import type { AccessRow } from './row.ts';
import type { Scope, World } from './world.ts';

interface List {
  items: { id: string; name?: { family: string } | null }[];
}

const carers = { administrator: 'own sibling', coordinator: 'own' };
const id = (scope: Scope) => `referral-${scope}`;
const ofStudent = ({ corners }: World, scope: Scope) => `/students/${corners[scope].studentId}/referrals`;

/** Each corner has a referral to its organization, which waits for an answer. */
export const referralRows: readonly AccessRow[] = [
  {
    route: 'GET /students/:id/referrals',
    path: ofStudent,
    opens: {
      ...carers,
      'district-leader': 'own sibling',
      staff: 'own',
      family: 'own',
      student: 'own',
    },
  },
  {
    route: 'POST /students/:id/referrals',
    path: ofStudent,
    body: () => ({ offerId: 'nowhere', term: 'tutoring' }),
    opens: carers,
    // There is no such place: the world stays as it is.
    alsoOpen: [400],
  },
  {
    route: 'GET /referrals',
    opens: { ...carers, 'district-leader': 'own sibling' },
    shows: (body, _world, scope) => (body as List).items.some((item) => item.id === id(scope)),
  },
  {
    // From a state in which it is not.
    route: 'POST /referrals/:id/turn',
    path: (_world, scope) => `/referrals/${id(scope)}/turn`,
    body: () => ({ from: 'on-hold', to: 'in-progress' }),
    opens: carers,
    alsoOpen: [409],
  },
  {
    route: 'POST /referrals/:id/letter',
    path: (_world, scope) => `/referrals/${id(scope)}/letter`,
    opens: carers,
    alsoOpen: [409],
  },
  {
    route: 'POST /placement-plans/:id/referrals',
    path: ({ corners }, scope) => `/placement-plans/${corners[scope].planId}/referrals`,
    opens: carers,
  },
  {
    route: 'GET /partner-referrals',
    opens: { partner: 'own' },
    shows: (body, _world, scope) => (body as List).items.some((item) => item.id === id(scope)),
  },
  {
    route: 'GET /partner-referrals/:id',
    path: (_world, scope) => `/partner-referrals/${id(scope)}`,
    opens: { partner: 'own' },
  },
  {
    route: 'POST /partner-referrals/:id/turn',
    path: (_world, scope) => `/partner-referrals/${id(scope)}/turn`,
    body: () => ({ from: 'on-hold', to: 'in-progress' }),
    opens: { partner: 'own' },
    alsoOpen: [409],
  },
];
