import type { Feature, Polygon } from 'geojson';
import type { z } from 'zod';
import type { Location, Organization, Service, ServiceAtLocation } from '../../core/directory/service.ts';
import type { District } from '../../core/district/district.ts';
import type { School } from '../../core/schools/school.ts';
import type { Student } from '../../core/students/student.ts';
import { countyOutline } from './county.ts';
import { makeAreas } from './make-areas.ts';
import { makeDistrict } from './make-district.ts';
import { makeLocations } from './make-locations.ts';
import { makeOrganizations } from './make-organizations.ts';
import { type DemoPerson, makePeople } from './make-people.ts';
import { makeSchools } from './make-schools.ts';
import { makeServices } from './make-services.ts';
import { makeServicesAtLocations } from './make-services-at-locations.ts';
import { makeStudents } from './make-students.ts';
import { planPlaces } from './place-plans.ts';
import { seededRandom } from './random.ts';
import { planServices } from './service-plans.ts';

const SEED = 20_261_116;
const SERVICES = 420;
const LOCATIONS = 300;

/** The demo district as it is written: defaults are left out. */
export interface DemoInput {
  district: District;
  organizations: z.input<typeof Organization>[];
  services: z.input<typeof Service>[];
  locations: z.input<typeof Location>[];
  servicesAtLocations: z.input<typeof ServiceAtLocation>[];
  schools: School[];
  students: z.input<typeof Student>[];
  people: DemoPerson[];
  /** Census areas, as an import takes them. */
  areas: Feature<Polygon>[];
}

/** Makes the invented district. Each part has a seed of its own, so that a change in one leaves the others. */
export function makeDemo(): DemoInput {
  const outline = countyOutline();
  const plans = planServices(SERVICES, seededRandom(SEED));
  const places = planPlaces(plans, LOCATIONS, seededRandom(SEED + 1));
  const students = makeStudents(outline, seededRandom(SEED + 7));
  return {
    district: makeDistrict(outline),
    organizations: makeOrganizations(seededRandom(SEED + 2)),
    services: makeServices(plans, outline, seededRandom(SEED + 3)),
    locations: makeLocations(places.places, outline, seededRandom(SEED + 4)),
    servicesAtLocations: makeServicesAtLocations(plans, places, seededRandom(SEED + 5)),
    schools: makeSchools(seededRandom(SEED + 6)),
    students,
    people: makePeople(students, {
      people: seededRandom(SEED + 8),
      chance: seededRandom(SEED + 9),
      levels: seededRandom(SEED + 11),
    }),
    areas: makeAreas(outline, seededRandom(SEED + 10)),
  };
}
