import type { PlanRow } from '../../../core/placement/plan.ts';
import type { PlanPlaces } from '../../../web/api/plans.ts';

/** Two schools and three partners, one of them where no map may show it. */
export const places: PlanPlaces = {
  schools: {
    cedar: { id: 'cedar', name: 'Cedar Hollow', point: [-99, 41] },
    willow: { id: 'willow', name: 'Willow Ford', point: [-99.2, 41.1] },
  },
  offers: {
    reading: offer('reading', 'Reading Friends', [-99.1, 41.2], 'academic'),
    glasses: offer('glasses', 'Clear Sight', [-99.1, 41.2], 'health-nutrition'),
    shelter: offer('shelter', 'Safe House', undefined, 'basic-needs'),
  },
};

function offer(
  id: string,
  name: string,
  point: [number, number] | undefined,
  domain: 'academic' | 'health-nutrition' | 'basic-needs',
) {
  const names = { name, organizationName: name, locationName: `${name} House` };
  return { id, serviceId: id, ...names, domain, ...(point && { point }) };
}

/** A proposed row at Reading Friends, unless said otherwise. */
export function planRow(id: string, differs: Partial<PlanRow> = {}): PlanRow {
  return {
    ...{ id, studentId: `student-${id}`, localId: `D-${id}`, schoolId: 'cedar', grade: 4, term: 'tutoring' },
    ...{ urgency: 2, state: 'proposed', choices: 3, offerId: 'reading', score: 0.8 },
    ...differs,
  };
}

export function unplaced(id: string, differs: Partial<PlanRow> = {}): PlanRow {
  const { offerId: _offer, score: _score, ...row } = planRow(id, differs);
  return { ...row, state: 'unplaced', without: 'no-match', choices: 0 };
}
