import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { area, booleanPointInPolygon } from '@turf/turf';
import { expect } from 'chai';
import type { Feature, Polygon } from 'geojson';
import { cellToLatLng, getResolution } from 'h3-js';
import { z } from 'zod';
import { greatCircleKm } from '../../core/geo/great-circle-km.ts';
import type { Position } from '../../core/geo/point.ts';
import { readArea } from '../../core/imports/read-area.ts';
import { parseTaxonomy } from '../../core/taxonomy/taxonomy.ts';
import { type TravelMode, TravelRules, travelMinutes } from '../../core/travel/travel.ts';
import { demoFiles } from '../../scripts/demo/demo-files.ts';
import { makeDemo } from '../../scripts/demo/make-demo.ts';
import { type Demo, readDemo } from '../../scripts/demo/read-demo.ts';
import { DEMO_PLANS } from '../../scripts/start/demo-plan-stories.ts';

const DATA = join(import.meta.dirname, '../../data');
const readJson = (path: string) => JSON.parse(readFileSync(join(DATA, path), 'utf8')) as unknown;
const taxonomy = parseTaxonomy(readJson('taxonomy/whole-child.json'));
const travel = TravelRules.parse(readJson('travel/modes.json'));

describe('the demo district', () => {
  let demo: Demo;
  before(async () => {
    demo = await readDemo();
  });

  /** Offers of a term, or of any below it, that everyone may know the place of. */
  function offersOf(term: string) {
    const wanted = new Set(taxonomy.within(term));
    const services = new Map(demo.services.map((service) => [service.id, service]));
    const locations = new Map(demo.locations.map((location) => [location.id, location]));
    return demo.servicesAtLocations.flatMap((link) => {
      const service = services.get(link.serviceId)!;
      const location = locations.get(link.locationId)!;
      const point = location.confidentiality === 'public' ? location.point : undefined;
      const isWanted = service.terms.some((id) => wanted.has(id));
      return isWanted && point ? [{ service, location, point: point.coordinates as Position }] : [];
    });
  }

  function minutesToNearest(school: string, term: string, mode: TravelMode): number {
    const from = demo.schools.find(({ name }) => name === school)!.point!.coordinates;
    const kms = offersOf(term).map(({ point }) => greatCircleKm(from, point));
    return travelMinutes(Math.min(...kms), travel[mode]);
  }

  function share<T>(items: readonly T[], test: (item: T) => boolean): number {
    return items.filter(test).length / items.length;
  }

  it('is written by the generator, byte for byte', function () {
    this.timeout(20_000);
    for (const [path, content] of demoFiles(makeDemo())) {
      const written = readFileSync(join(DATA, 'demo', path), 'utf8');
      expect(
        written === content,
        `${path}: run node scripts/bootstrap.mjs scripts/demo/generate.ts`,
      ).to.equal(true);
    }
  });

  it('has 32 census areas that fill the county with children, and a reservoir without data', () => {
    const { features } = readJson('demo/areas.geojson') as { features: Feature<Polygon>[] };
    const notes: string[] = [];
    const areas = features.map(({ geometry, properties }) => {
      const { GEOID, children, moe, ALAND, deprivation, locale } = properties!;
      const cells = { area_id: GEOID, people: children, margin: moe, land: ALAND, deprivation, locale };
      const texts = Object.entries(cells).map(([field, value]) => [field, String(value)]);
      const fields = { ...Object.fromEntries(texts), geometry: JSON.stringify(geometry) };
      return readArea(fields, ({ code }) => notes.push(code), demo.district.bounds)!;
    });
    expect(notes).to.deep.equal(['nobody-counted']);
    expect(areas.filter(({ people }) => people !== undefined)).to.have.length(32);
    expect(new Set(areas.map(({ deprivation }) => deprivation))).to.deep.equal(new Set([1, 2, 3, 4, 5]));
    const children = areas.reduce((sum, { people = 0 }) => sum + people, 0);
    expect(children).to.be.within(2600, 3200);
    const parts = features.reduce((sum, feature) => sum + area(feature), 0);
    expect(parts / area(demo.district.area!)).to.be.closeTo(1, 0.001);
  });

  it('has 14 schools, 2,400 students, 160 organisations and 420 services at 300 locations', () => {
    expect(demo.schools).to.have.length(14);
    expect(demo.students).to.have.length(2400);
    expect(demo.organizations).to.have.length(160);
    expect(demo.services).to.have.length(420);
    expect(demo.locations).to.have.length(300);
    expect(demo.servicesAtLocations.length).to.be.within(500, 600);
  });

  it('says of every record that it is invented', () => {
    expect(demo.district.demo).to.equal(true);
    const { organizations, services, locations, servicesAtLocations, schools, students } = demo;
    for (const records of [organizations, services, locations, servicesAtLocations, schools, students]) {
      expect((records as readonly { demo: boolean }[]).every((record) => record.demo)).to.equal(true);
    }
  });

  it('gives nobody a real telephone number or address', () => {
    const text = [...demoFiles(makeDemo()).values()].join('\n');
    for (const [number] of text.matchAll(/\b\d{3}-\d{3}-\d{4}\b/g)) expect(number).to.match(/-555-01\d\d$/);
    for (const [, host] of text.matchAll(/[@/]([a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|net))\b/g)) {
      expect(host).to.match(/\.example\.org$/);
    }
    for (const [, postal] of text.matchAll(/"postalCode":"(\d+)"/g)) expect(postal).to.match(/^6999\d$/);
  });

  it('has ids of its own that all links find', () => {
    const ids = (records: readonly { id: string }[]) => new Set(records.map(({ id }) => z.uuid().parse(id)));
    const organizations = ids(demo.organizations);
    const services = ids(demo.services);
    const locations = ids(demo.locations);
    const schools = ids(demo.schools);
    expect(ids(demo.students).size).to.equal(2400);
    expect(ids(demo.servicesAtLocations).size).to.equal(demo.servicesAtLocations.length);
    for (const service of demo.services) expect(organizations.has(service.organizationId)).to.equal(true);
    for (const link of demo.servicesAtLocations) {
      expect(services.has(link.serviceId) && locations.has(link.locationId), link.source.id).to.equal(true);
    }
    for (const student of demo.students) expect(schools.has(student.schoolId)).to.equal(true);
  });

  it('leaves no location and no service alone', () => {
    expect(new Set(demo.servicesAtLocations.map((link) => link.locationId)).size).to.equal(300);
    expect(new Set(demo.servicesAtLocations.map((link) => link.serviceId)).size).to.equal(420);
  });

  it('uses terms that exist, and every leaf of the taxonomy', () => {
    const offered = new Set(demo.services.flatMap((service) => service.terms));
    const wished = demo.students.flatMap(({ needs, interests }) => [...needs, ...interests]);
    for (const id of [...offered, ...wished.map(({ term }) => term)]) {
      expect(taxonomy.get(id), id).to.not.equal(undefined);
    }
    const parents = new Set(taxonomy.terms.map((term) => term.parent));
    const leaves = taxonomy.terms.filter((term) => !parents.has(term.id)).map((term) => term.id);
    expect(leaves.filter((id) => !offered.has(id))).to.deep.equal([]);
  });

  it('lies within its county: every place, school and home', () => {
    const area = demo.district.area!;
    const points = [...demo.locations, ...demo.schools].flatMap(({ point }) => point?.coordinates ?? []);
    expect(points.length / 2).to.be.at.least(312);
    for (const { point } of [...demo.locations, ...demo.schools]) {
      if (point) expect(booleanPointInPolygon(point.coordinates, area)).to.equal(true);
    }
    for (const cell of new Set(demo.students.map((student) => student.homeCell!))) {
      expect(getResolution(cell)).to.equal(demo.district.homeResolution);
      const [lat, lon] = cellToLatLng(cell);
      expect(booleanPointInPolygon([lon, lat], area), cell).to.equal(true);
    }
  });

  it('knows every student by name and somebody to call, none of them on a real telephone', () => {
    for (const student of demo.students) {
      const { name, birthDate, contacts } = demo.people.get(student.id)!;
      expect(name!.given).to.match(/^\p{Lu}/u);
      expect(birthDate!.slice(0, 7)).to.equal(student.birthMonth);
      expect(contacts.length).to.be.within(1, 2);
      for (const { phone } of contacts) expect(phone).to.match(/^308-555-01\d\d$/);
    }
    const names = new Set([...demo.people.values()].map(({ name }) => `${name!.given} ${name!.family}`));
    expect(names.size).to.be.above(1500);
  });

  it('has as many students in each school as the school says, in its grades', () => {
    for (const school of demo.schools) {
      const students = demo.students.filter((student) => student.schoolId === school.id);
      expect(students, school.name).to.have.length(school.enrollment!);
      const fits = students.every(
        ({ grade }) => grade >= school.lowestGrade! && grade <= school.highestGrade!,
      );
      expect(fits, school.name).to.equal(true);
    }
  });

  it('has children with about two needs and one and a half interests, 18 in 100 with Spanish at home', () => {
    const mean = (count: (student: Demo['students'][number]) => number) =>
      demo.students.reduce((sum, student) => sum + count(student), 0) / demo.students.length;
    expect(mean((student) => student.needs.length)).to.be.within(1.8, 2.2);
    expect(mean((student) => student.interests.length)).to.be.within(1.3, 1.7);
    expect(share(demo.students, (student) => student.languages.includes('es'))).to.be.within(0.15, 0.21);
  });

  it('has full, weekend-only, confidential and doubtful services, and partners of every kind', () => {
    const { services, locations } = demo;
    expect(share(services, ({ capacities }) => capacities[0]?.available === 0)).to.be.within(0.04, 0.15);
    expect(share(services, ({ eligibility }) => eligibility.unknown.length > 0)).to.be.within(0.05, 0.3);
    expect(share(services, ({ schedules }) => schedules.length === 0)).to.be.within(0.04, 0.2);
    expect(share(services, ({ languages }) => languages.some(({ code }) => code === 'es'))).to.be.within(
      0.1,
      0.3,
    );
    const weekend = services.filter(
      ({ schedules }) =>
        schedules.length > 0 && schedules.every((s) => s.byday.every((d) => /S[AU]$/.test(d))),
    );
    expect(weekend.length).to.be.greaterThan(20);
    expect(new Set(services.map(({ kind }) => kind)).size).to.equal(6);
    for (const records of [services, locations]) {
      const kinds = new Set(records.map((record) => record.confidentiality));
      expect([...kinds].sort()).to.deep.equal(['hidden', 'partial', 'public']);
    }
  });

  it('stays small', () => {
    const files = [...demoFiles(makeDemo()).values()];
    expect(files.reduce((sum, content) => sum + content.length, 0)).to.be.lessThan(4_000_000);
  });

  describe('tells a story of gaps', () => {
    for (const school of ['North Fork School', 'Tallgrass School', 'Riverbend School']) {
      it(`${school} has no counseling within 30 minutes by car`, () => {
        expect(minutesToNearest(school, 'counseling', 'car')).to.be.greaterThan(30);
      });
    }

    it('North Fork, in the far north-west, has no dentist and no glasses at hand either by bus', () => {
      expect(minutesToNearest('North Fork School', 'dental-care', 'car')).to.be.greaterThan(30);
      expect(minutesToNearest('North Fork School', 'vision-glasses', 'bus')).to.be.greaterThan(45);
    });

    it('offers robotics in the town only', () => {
      const towns = offersOf('robotics-coding').map(({ location }) => location.addresses[0]?.city);
      expect(new Set(towns)).to.deep.equal(new Set(['Alder Creek']));
      expect(minutesToNearest('Willow Ford High School', 'robotics-coding', 'car')).to.be.greaterThan(45);
    });

    it('feeds everywhere: every school has a pantry within 15 minutes by car', () => {
      for (const { name } of demo.schools) {
        expect(minutesToNearest(name, 'food-pantry', 'car'), name).to.be.lessThan(15);
      }
    });

    it('gives the fourth-grader of Cedar Hollow a reading friend in Spanish, and robotics out of reach', () => {
      const student = demo.students.find(({ localId }) => localId === 'D-11423')!;
      expect(student).to.include({ grade: 4 });
      expect(student.needs.map(({ term }) => term)).to.deep.equal(['reading-tutoring', 'vision-glasses']);
      const tutors = offersOf('reading-tutoring').filter(
        ({ service, location }) =>
          location.addresses[0]?.city === 'Cedar Hollow' &&
          service.languages.some(({ code }) => code === 'es'),
      );
      expect(tutors.map(({ service }) => service.name)).to.include('Reading Friends');
      expect(minutesToNearest('Cedar Hollow Elementary', 'robotics-coding', 'bus')).to.be.greaterThan(45);
    });

    it('offers the fourth-grader one free place that fits, and others that do not', () => {
      const inVillage = offersOf('reading-tutoring').filter(
        ({ location }) => location.addresses[0]?.city === 'Cedar Hollow',
      );
      const fitting = inVillage.filter(
        ({ service }) =>
          service.terms[0] === 'reading-tutoring' &&
          service.eligibility.minimumGrade! <= 4 &&
          service.eligibility.maximumGrade! >= 4 &&
          service.capacities[0]?.available !== 0,
      );
      expect(fitting.map(({ service }) => service.name)).to.deep.equal(['Reading Friends']);
      expect(inVillage.length).to.be.at.least(4);
    });

    it('refers the students of its plans to places that give what they want, to their grade', () => {
      const asked = DEMO_PLANS.flatMap(({ localId, steps }) =>
        steps.flatMap(({ referral }) => (referral ? [{ localId, ...referral }] : [])),
      );
      for (const { localId, term, wish, service: name, location: place } of asked) {
        const { grade, needs, interests } = demo.students.find((student) => student.localId === localId)!;
        expect((wish === 'need' ? needs : interests).map((one) => one.term)).to.include(term);
        const found = offersOf(term).find(
          ({ service, location }) => service.name === name && location.name === place,
        );
        const { minimumGrade = -2, maximumGrade = 13 } = found!.service.eligibility;
        expect(minimumGrade <= grade && grade <= maximumGrade, name).to.equal(true);
      }
      const states = asked.map(({ sent, turns }) => turns?.at(-1)?.to ?? (sent ? 'requested' : 'draft'));
      expect(states.sort()).to.deep.equal([
        'accepted',
        'completed',
        'draft',
        'in-progress',
        'rejected',
        'requested',
      ]);
    });

    it('has one counselor who works in Spanish, and no place free there', () => {
      const spanish = demo.services.find(({ name }) => name === 'Consejería en español')!;
      expect(spanish.capacities[0]?.available).to.equal(0);
    });

    it('brings partners together in hubs', () => {
      const hub = demo.locations.find(({ name }) => name === 'Old High School Community Hub')!;
      const links = demo.servicesAtLocations.filter((link) => link.locationId === hub.id);
      const services = demo.services.filter(({ id }) => links.some((link) => link.serviceId === id));
      expect(new Set(services.map(({ organizationId }) => organizationId)).size).to.be.at.least(8);
    });
  });
});
