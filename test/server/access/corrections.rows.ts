import { correctionId } from '../../../core/corrections/correction.ts';
import { type AccessRow, opens } from './row.ts';
import type { Corner, World } from './world.ts';

/** The address of a corner's service, of which somebody has corrected a field and the source says something else. */
export const correctionOf = ({ serviceId }: Pick<Corner, 'serviceId'>) => ({
  id: correctionId('service', serviceId, 'alert'),
  kind: 'service',
  recordId: serviceId,
  field: 'alert',
  value: 'Closed on Fridays',
  sourceValue: null,
  by: { account: 'somebody' },
  at: '2026-11-02T12:00:00.000Z',
  proposal: { value: 'Open', at: '2026-11-03T12:00:00.000Z', source: 'test' },
  turn: 1,
});

const keepers = {
  administrator: opens.all,
  'district-leader': opens.all,
  coordinator: opens.all,
  'community-leader': 'own',
  partner: 'own',
};

const ofPlace =
  (rest = '') =>
  (_: World, scope: keyof World['corners']) =>
    `/points/location-${scope}${rest}`;

const ofService =
  (rest = '') =>
  ({ corners }: World, scope: keyof World['corners']) =>
    `/corrections/service/${corners[scope].serviceId}${rest}`;
const stale = { seen: 'an older version' };

export const correctionRows: readonly AccessRow[] = [
  {
    route: 'GET /corrections/proposals',
    opens: keepers,
    shows: (body, { corners }, scope) =>
      (body as { items: { id: string }[] }).items.some(({ id }) => id === corners[scope].serviceId),
  },
  {
    route: 'POST /corrections/proposals/answers',
    // Nobody's source, so that the proposals stay for the row above.
    body: () => ({ source: 'nobody', answer: 'keep', until: '2026-11-04T12:00:00.000Z' }),
    opens: keepers,
    shows: (body, { corners }, scope) =>
      (body as { items: { id: string }[] }).items.some(({ id }) => id === corners[scope].serviceId),
  },
  {
    route: 'GET /points',
    opens: keepers,
    shows: (body, _, scope) =>
      (body as { items: { id: string }[] }).items.some(({ id }) => id === `location-${scope}`),
  },
  { route: 'GET /points/:id', path: ofPlace(), opens: keepers },
  {
    route: 'PUT /points/:id/left',
    path: ofPlace('/left'),
    body: () => ({ left: true }),
    opens: keepers,
    // Nobody has looked for its address.
    alsoOpen: [409],
  },
  { route: 'GET /corrections/:kind/:id', path: ofService(), opens: keepers },
  {
    route: 'PUT /corrections/:kind/:id/:field',
    path: ofService('/alert'),
    body: () => ({ value: 'Closed', ...stale }),
    opens: keepers,
    alsoOpen: [409],
  },
  {
    route: 'DELETE /corrections/:kind/:id/:field',
    path: ofService('/alert'),
    body: () => stale,
    opens: keepers,
    alsoOpen: [409],
  },
  {
    route: 'PUT /corrections/:kind/:id/:field/proposal',
    path: ofService('/alert/proposal'),
    body: () => ({ answer: 'take', ...stale }),
    opens: keepers,
    alsoOpen: [409],
  },
];
