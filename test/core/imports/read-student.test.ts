import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { cellToLatLng, getResolution, latLngToCell } from 'h3-js';
import { createProgramFinder } from '../../../core/imports/program-finder.ts';
import { readStudent, type StudentContext } from '../../../core/imports/read-student.ts';
import { redactStudentRow } from '../../../core/imports/redact-student-row.ts';
import { createSchoolFinder } from '../../../core/imports/school-finder.ts';
import { createTermFinder } from '../../../core/imports/term-finder.ts';
import { Student } from '../../../core/students/student.ts';
import { parseTaxonomy } from '../../../core/taxonomy/taxonomy.ts';
import { eligibility } from '../eligibility/eligibility-data.ts';
import { notebook } from './rows.ts';

const taxonomy = parseTaxonomy(
  JSON.parse(readFileSync(new URL('../../../data/taxonomy/whole-child.json', import.meta.url), 'utf8')),
);
const context: StudentContext = {
  district: { bounds: [-98, 35, -95, 37], homeResolution: 7 },
  findSchool: createSchoolFinder([
    { id: 'school-a', sourceId: '101', ncesId: '060000100380', name: 'Mill Creek Elementary' },
    { id: 'school-b', sourceId: '102', name: 'Twin' },
    { id: 'school-c', sourceId: '103', name: 'Twin' },
  ]),
  findTerm: createTermFinder(taxonomy),
  eligibility: { words: eligibility, findProgram: createProgramFinder(eligibility.programs) },
  source: 'sis',
};
const read = (fields: Record<string, string>) => {
  const book = notebook();
  return { student: readStudent(fields, book.note, context), ...book };
};
const whole = { student_id: '7', school: '101', grade: '4' };

describe('readStudent', () => {
  it('reads a whole row', () => {
    const { student, codes } = read({
      ...whole,
      birth_month: '2015-04',
      languages: 'es; English',
      needs: 'reading-tutoring:3; lectura:1',
      interests: 'robotics:2',
      free_times: 'MO 15:00-18:00; Tue, Thu 3pm-5pm',
      travel_modes: 'walk;bus',
      home_lat: '36.1234567',
      home_lon: '-95.9876543',
    });
    expect(codes()).to.deep.equal([]);
    expect(student).to.deep.equal({
      localId: '7',
      schoolId: 'school-a',
      grade: 4,
      birthMonth: '2015-04',
      languages: ['es', 'en'],
      needs: [{ term: 'reading-tutoring', urgency: 3, source: 'sis' }],
      interests: [{ term: 'robotics-coding', strength: 2 }],
      freeTimes: [
        { day: 'MO', from: '15:00', to: '18:00' },
        { day: 'TU', from: '15:00', to: '17:00' },
        { day: 'TH', from: '15:00', to: '17:00' },
      ],
      travelModes: ['walk', 'bus'],
      homeCell: latLngToCell(36.1234567, -95.9876543, 7),
    });
  });

  it('reduces a date of birth to its month, and an exact home to its cell', () => {
    const { student } = read({
      ...whole,
      birth_month: '04/17/2015',
      home_lat: '36.1234567',
      home_lon: '-95.9876543',
    });
    const text = JSON.stringify(student);
    expect(student?.birthMonth).to.equal('2015-04');
    for (const exact of ['17', '36.12', '95.98']) expect(text).to.not.include(exact);
  });

  it('makes a finer cell as coarse as the district keeps homes, and takes no coarser one', () => {
    const fine = latLngToCell(36.12, -95.98, 10);
    expect(getResolution(read({ ...whole, home_cell: fine }).student!.homeCell!)).to.equal(7);
    const coarse = read({ ...whole, home_cell: latLngToCell(36.12, -95.98, 5) });
    expect(coarse.student?.homeCell).to.equal(undefined);
    expect(coarse.codes()).to.deep.equal(['bad-cell left-out']);
  });

  it('finds a school by id, source id, NCES id or a name that only one has', () => {
    expect(
      ['school-a', '101', '60000100380', 'MILL CREEK elementary'].map(
        (school) => read({ ...whole, school }).student?.schoolId,
      ),
    ).to.deep.equal(Array(4).fill('school-a'));
    expect(read({ ...whole, school: 'Twin' }).codes()).to.deep.equal(['ambiguous-school refused']);
    expect(read({ ...whole, school: 'Elsewhere' }).codes()).to.deep.equal(['unknown-school refused']);
  });

  it('refuses a row without number or grade', () => {
    expect(read({ ...whole, student_id: '' }).codes()).to.deep.equal(['missing-id refused']);
    expect(read({ ...whole, grade: 'UG' }).codes()).to.deep.equal(['bad-grade refused']);
  });

  it('leaves a home outside the community unmapped', () => {
    expect(read({ ...whole, home_lat: '0', home_lon: '0' }).codes()).to.deep.equal(['point-zero left-out']);
    expect(read({ ...whole, home_lat: '51.5', home_lon: '-0.12' }).codes()).to.deep.equal([
      'point-outside left-out',
    ]);
  });

  it('tells what the file says nothing about from what it says is empty', () => {
    expect(read(whole).student).to.not.have.any.keys('needs', 'birthMonth', 'homeCell');
    expect(read({ ...whole, needs: '', birth_month: '' }).student).to.deep.include({
      needs: [],
      birthMonth: undefined,
    });
  });

  it('never repeats in a note what stands in the row, and fits the shape', () => {
    const fields = [
      'birth_month',
      'languages',
      'needs',
      'interests',
      'free_times',
      'travel_modes',
      'home_cell',
      'home_lat',
      'home_lon',
      'family_name',
      'birth_date',
      'contact_1_name',
      'contact_1_relation',
      'contact_1_email',
      'contact_1_phone',
      'contact_1_language',
      'contact_1_may_consent',
      'contact_2_phone',
      'notes',
    ];
    const secret = fc.string({ minLength: 4 }).map((text) => `zq${text}qz`);
    const value = fc.oneof(
      secret,
      fc.constantFrom('', 'MO 15:00-18:00', 'reading-tutoring:9', '36.1', '-96'),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), value), (some) => {
        const { student, notes } = read({ ...whole, ...some });
        for (const note of notes) expect(Object.keys(note).sort()).to.deep.equal(['action', 'code', 'field']);
        const shape = Student.safeParse({
          id: 'x',
          source: { system: 's', id: '7' },
          districtId: 'd',
          ...student,
        });
        expect(shape.success, JSON.stringify(student)).to.equal(true);
      }),
    );
  });

  it('keeps the home within its cell', () => {
    const point = fc.tuple(
      fc.double({ min: 35, max: 37, noNaN: true }),
      fc.double({ min: -98, max: -95, noNaN: true }),
    );
    fc.assert(
      fc.property(point, ([lat, lon]) => {
        const { student } = read({ ...whole, home_lat: lat.toFixed(6), home_lon: lon.toFixed(6) });
        const [cellLat, cellLon] = cellToLatLng(student!.homeCell!);
        expect(Math.hypot(cellLat - lat, (cellLon - lon) * 0.81)).to.be.below(0.02);
      }),
    );
  });
});

describe('redactStudentRow', () => {
  it('keeps which columns were filled and nothing of what stands in them', () => {
    expect(redactStudentRow(['student_id', 'first_name', 'dob'], ['7', 'Ana', ''])).to.equal(
      '{"student_id":"[removed]","first_name":"[removed]"}',
    );
  });
});
