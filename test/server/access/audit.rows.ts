import type { AccessRow } from './row.ts';

interface Found {
  items: { studentCount: number }[];
}

const record = (route: string, rest: string): AccessRow => ({
  route,
  path: ({ corners }, scope) => `/students/${corners[scope].studentId}${rest}`,
  opens: { administrator: 'own sibling', coordinator: 'own', family: 'own' },
});

export const auditRows: readonly AccessRow[] = [
  {
    route: 'POST /audit/search',
    body: ({ corners }, scope) => ({ studentId: corners[scope].studentId }),
    opens: { administrator: 'own sibling' },
    shows: (body) => (body as Found).items.length > 0,
  },
  record('GET /students/:id/disclosures', '/disclosures'),
  record('GET /students/:id/disclosures.csv', '/disclosures.csv'),
  { route: 'GET /audit/reasons', opens: 'everyone' },
];
