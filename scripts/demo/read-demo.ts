import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Location, Organization, Service, ServiceAtLocation } from '../../core/directory/service.ts';
import { District } from '../../core/district/district.ts';
import { School } from '../../core/schools/school.ts';
import { Student } from '../../core/students/student.ts';
import { StudentIdentity } from '../../core/students/student-identity.ts';

const Directory = z.strictObject({
  organizations: z.array(Organization),
  services: z.array(Service),
  locations: z.array(Location),
  servicesAtLocations: z.array(ServiceAtLocation),
});

export interface Demo extends z.infer<typeof Directory> {
  district: District;
  schools: School[];
  students: Student[];
  /** Who they are, by the id of the student. */
  people: Map<string, StudentIdentity>;
}

const Person = StudentIdentity.extend({ id: z.string() });

/** The demo district of data/demo, parsed: complete records with their ids. */
export async function readDemo(): Promise<Demo> {
  const [district, directory, schools, students, people] = await Promise.all(
    ['district', 'directory', 'schools', 'students', 'people'].map(readJson),
  );
  return {
    district: District.parse(district),
    ...Directory.parse(directory),
    schools: z.array(School).parse(schools),
    students: z.array(Student).parse(students),
    people: new Map(
      z
        .array(Person)
        .parse(people)
        .map(({ id, ...identity }) => [id, identity]),
    ),
  };
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(import.meta.dirname, `../../data/demo/${name}.json`), 'utf8'));
}
