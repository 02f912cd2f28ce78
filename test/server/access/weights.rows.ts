import { type AccessRow, opens } from './row.ts';

const weights = { term: 3, urgency: 1, travel: 3, places: 1, language: 2, cost: 1, continuity: 1 };

export const weightsRows: readonly AccessRow[] = [
  {
    route: 'GET /matching-weights',
    opens: {
      administrator: opens.all,
      'district-leader': opens.all,
      coordinator: opens.all,
      staff: opens.all,
      family: opens.all,
      student: opens.all,
    },
  },
  {
    // Only the first who asks makes version 1; to the others it is said that it is there.
    route: 'PUT /matching-weights',
    body: ({ corners }, scope) => ({
      districtId: corners[scope].districtId,
      weights,
      travelHalfMinutes: 15,
      basedOn: 0,
    }),
    opens: opens.leaders,
    alsoOpen: [409],
  },
];
