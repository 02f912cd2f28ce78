import type { AccessRow } from './row.ts';
import type { Corner } from './world.ts';

interface List {
  items: { id: string }[];
}

const at = ({ studentId }: Corner, rest: string) => `/students/${studentId}${rest}`;
const keepers = { administrator: 'own sibling', coordinator: 'own' };

/** The students here are children: their parents hold the rights, and they themselves only read. */
export const consentRows: readonly AccessRow[] = [
  {
    route: 'GET /students/:id/consents',
    path: ({ corners }, scope) => at(corners[scope], '/consents'),
    opens: { ...keepers, 'district-leader': 'own sibling', family: 'own', student: 'own' },
  },
  // Whose students it tells of is asked in test/server/home.
  {
    route: 'GET /consents/ending',
    opens: {
      coordinator: 'own sibling foreign',
      family: 'own sibling foreign',
      student: 'own sibling foreign',
    },
  },
  {
    route: 'POST /students/:id/consent-forms',
    path: ({ corners }, scope) => at(corners[scope], '/consent-forms'),
    body: ({ corners }, scope) => {
      const { records, purpose, recipient, expiresAt, language } = corners[scope].signedForm;
      return { records, purpose, recipient, expiresAt, language };
    },
    opens: { ...keepers, 'district-leader': 'own sibling', family: 'own', student: 'own' },
  },
  {
    route: 'POST /students/:id/consents',
    path: ({ corners }, scope) => at(corners[scope], '/consents'),
    body: ({ corners }, scope) => corners[scope].signedForm,
    opens: { ...keepers, family: 'own' },
    // The family is told to sign online instead of on paper.
    alsoOpen: [422],
  },
  {
    route: 'POST /students/:id/disclosures',
    path: ({ corners }, scope) => at(corners[scope], '/disclosures'),
    body: ({ corners }, scope) => ({
      organizationId: corners[scope].organizationId,
      records: ['needs'],
      purpose: 'give-help',
    }),
    opens: keepers,
  },
  {
    route: 'GET /disclosures',
    opens: { partner: 'own' },
    shows: (body, _world, scope) => (body as List).items.some(({ id }) => id === `disclosure-${scope}`),
  },
  {
    route: 'GET /disclosures/:id',
    path: (_world, scope) => `/disclosures/disclosure-${scope}`,
    opens: { partner: 'own' },
  },
  {
    route: 'POST /disclosures/:id/confirm-deletion',
    path: (_world, scope) => `/disclosures/disclosure-${scope}/confirm-deletion`,
    opens: { partner: 'own' },
  },
  {
    route: 'POST /students/:id/consents/:consentId/withdraw',
    path: ({ corners }, scope) => at(corners[scope], `/consents/consent-${scope}/withdraw`),
    body: () => ({}),
    opens: { ...keepers, family: 'own' },
  },
];
