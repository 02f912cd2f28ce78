import type { School } from '../../core/schools/school.ts';
import { DEMO_SYSTEM, demoId } from './demo-id.ts';
import { DISTRICT_ID } from './make-district.ts';
import { moved } from './place-points.ts';
import type { Random } from './random.ts';
import { SCHOOL_PLANS, type SchoolPlan } from './school-plans.ts';
import { SETTLEMENTS } from './settlements.ts';
import { demoPhone, streetAddress } from './street-address.ts';

export function makeSchools(random: Random): School[] {
  return SCHOOL_PLANS.map((plan, index) => makeSchool(plan, index, random));
}

function makeSchool(plan: SchoolPlan, index: number, random: Random): School {
  const settlement = SETTLEMENTS[plan.settlement];
  return {
    id: demoId('school', plan.key),
    source: { system: DEMO_SYSTEM, id: plan.key },
    districtId: DISTRICT_ID,
    name: plan.name,
    // No state has the number 99.
    ncesId: `9900001${String(index + 1).padStart(5, '0')}`,
    point: { type: 'Point', coordinates: moved(settlement.center, ...plan.offset) },
    address: streetAddress(settlement, random),
    city: settlement.name,
    county: 'Meadowlark County',
    stateProvince: 'NE',
    postalCode: settlement.postalCode,
    phone: demoPhone(index),
    lowestGrade: plan.lowestGrade,
    highestGrade: plan.highestGrade,
    enrollment: plan.enrollment,
    locale: plan.locale,
    dayEndsAt: plan.dayEndsAt,
    demo: true,
  };
}
