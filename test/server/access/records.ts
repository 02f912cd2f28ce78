import { Location, Organization, Service, ServiceAtLocation } from '../../../core/directory/service.ts';
import { District } from '../../../core/district/district.ts';
import { StudentIdentity } from '../../../core/students/student-identity.ts';
import type { Corner, Scope } from './world.ts';

const source = (id: string) => ({ system: 'test', id });

export function school({ schoolId, districtId }: Pick<Corner, 'schoolId' | 'districtId'>) {
  return {
    id: schoolId,
    source: source(schoolId),
    districtId,
    name: schoolId,
    point: { type: 'Point', coordinates: [-92.3, 38.9] },
    lowestGrade: 0,
    highestGrade: 5,
    demo: false,
  };
}

export function student({
  id,
  schoolId,
  districtId,
}: Pick<Corner, 'schoolId' | 'districtId'> & { id: string }) {
  return {
    id,
    source: source(id),
    districtId,
    schoolId,
    localId: id,
    grade: 4,
    birthMonth: '2016-05',
    languages: ['en'],
    needs: [{ term: 'tutoring', urgency: 2 }],
    interests: [],
    freeTimes: [],
    travelModes: ['walk', 'bus'],
    demo: false,
  };
}

/** Words by which an answer that tells of this student is known. */
export function identity(scope: Scope): StudentIdentity {
  return StudentIdentity.parse({
    name: { given: 'Given', family: `Family-${scope}` },
    contacts: [{ id: '1', name: `contact-${scope}`, relation: 'parent', mayConsent: true }],
    notes: `note-${scope}`,
  });
}

export function organization({ organizationId }: Pick<Corner, 'organizationId'>) {
  return Organization.parse({ id: organizationId, source: source(organizationId), name: organizationId });
}

export function service({ id, organizationId }: Pick<Corner, 'organizationId'> & { id: string }) {
  return Service.parse({ id, source: source(id), organizationId, name: id, terms: ['tutoring'] });
}

export function location({ id }: { id: string }) {
  return Location.parse({ id, source: source(id), name: id });
}

export function place({ id, ...of }: { id: string; serviceId: string; locationId: string }) {
  return ServiceAtLocation.parse({ id, source: source(id), ...of });
}

export function district(id: string): District {
  return District.parse({ id, name: id, bounds: [-93, 38, -91, 40], center: [-92.3, 38.9] });
}
