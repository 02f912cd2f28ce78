import { type AccessRow, opens } from './row.ts';

const readers = {
  administrator: opens.all,
  'district-leader': opens.all,
  coordinator: opens.all,
  staff: opens.all,
};
const PLANS = { shouldHavePlan: [{ attribute: 'math-level', values: ['one-behind'] }], schoolShare: 0.3 };

export const districtRulesRows: readonly AccessRow[] = [
  { route: 'GET /closed-days', opens: readers },
  {
    // Only the first who asks makes version 1; to the others it is said that it is there.
    route: 'PUT /closed-days',
    body: ({ corners }, scope) => ({
      districtId: corners[scope].districtId,
      rules: { closures: [] },
      basedOn: 0,
    }),
    opens: opens.leaders,
    alsoOpen: [409],
  },
  { route: 'GET /opportunity-plan-rules', opens: readers },
  {
    route: 'PUT /opportunity-plan-rules',
    body: ({ corners }, scope) => ({ districtId: corners[scope].districtId, rules: PLANS, basedOn: 0 }),
    opens: opens.leaders,
    alsoOpen: [409],
  },
  {
    route: 'POST /opportunity-plan-rules/preview',
    body: ({ corners }, scope) => ({ districtId: corners[scope].districtId, rules: PLANS }),
    opens: opens.leaders,
  },
];
