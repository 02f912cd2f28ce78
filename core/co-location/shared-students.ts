import { bandOf } from '../privacy/band.ts';
import type { StudentCounts } from '../privacy/student-counts.ts';
import type { SharedStudents } from './co-location.ts';
import { byId, compare, roofOf, type Site } from './site.ts';

/** Answers, for any site, which of its services share students, the most first: in bands, and never with a sum beside. */
export function sharedStudentsFinder({
  shared = [],
  threshold,
}: Pick<StudentCounts, 'shared' | 'threshold'>): (site: Pick<Site, 'offers'>) => SharedStudents[] {
  const told = shared.filter((figure) => figure.told);
  return ({ offers }) => {
    const [first] = offers;
    const roof = first && roofOf(first);
    const names = new Map(offers.map(({ serviceId, serviceName }) => [serviceId, serviceName]));
    const named = (id: string) => ({ id, name: names.get(id) ?? '' });
    const pairOf = ([one, other]: readonly [string, string]): SharedStudents['services'] => {
      const [a, b] = [named(one), named(other)];
      return (compare(a.name, b.name) || byId(a, b)) <= 0 ? [a, b] : [b, a];
    };
    return told
      .filter((figure) => figure.roof === roof && figure.services.every((id) => names.has(id)))
      .map(({ services, students }) => ({ services: pairOf(services), ...bandOf(students, threshold) }))
      .sort((a, b) => b.studentsFrom - a.studentsFrom || compare(nameOf(a), nameOf(b)));
  };
}

function nameOf({ services }: SharedStudents): string {
  return services.map(({ name, id }) => `${name} ${id}`).join();
}
