import { expect } from 'chai';
import fc from 'fast-check';
import { mapColumns } from '../../../core/imports/columns.ts';
import type { FindingAction } from '../../../core/imports/finding.ts';
import type { FindingCode } from '../../../core/imports/finding-codes.ts';
import { parseIncomeBand } from '../../../core/imports/parse-income-band.ts';
import { createProgramFinder } from '../../../core/imports/program-finder.ts';
import { type ReadCircumstances, readCircumstances } from '../../../core/imports/read-circumstances.ts';
import { type StudentField, studentColumns } from '../../../core/imports/student-columns.ts';
import { Circumstances, GENDERS } from '../../../core/students/circumstances.ts';
import { eligibility } from '../eligibility/eligibility-data.ts';

const context = { words: eligibility, findProgram: createProgramFinder(eligibility.programs) };

function read(fields: Partial<Record<StudentField, string>>) {
  const notes: string[] = [];
  const note = (code: FindingCode, field: StudentField, action: FindingAction): undefined => {
    notes.push(`${field} ${code} ${action}`);
    return undefined;
  };
  return { said: readCircumstances(fields, note, context), notes };
}

/** What a row says, by hand: the cell, what is read, what is noted. */
const ROWS: [Partial<Record<StudentField, string>>, ReadCircumstances | undefined, string[]?][] = [
  [{}, undefined],
  [{ gender: 'F' }, { gender: 'female' }],
  [{ gender: 'niño' }, { gender: undefined }, ['gender unknown-value left-out']],
  [{ gender: 'Masculino' }, { gender: 'male' }],
  [{ gender: 'X' }, { gender: 'nonbinary' }],
  [{ gender: '' }, { gender: undefined }],
  [{ gender: 'Not reported' }, { gender: undefined }],
  [{ gender: 'other' }, { gender: undefined }, ['gender unknown-value left-out']],
  [{ income_band: '130-185' }, { incomeBand: { minimumFpl: 129, maximumFpl: 185 } }],
  [{ income_band: '$32,000' }, { incomeBand: undefined }, ['income_band bad-number left-out']],
  [{ lunch_status: 'Free' }, { programs: { 'free-lunch': true, 'reduced-lunch': false } }],
  [{ lunch_status: 'Free lunch' }, { programs: { 'free-lunch': true, 'reduced-lunch': false } }],
  [{ lunch_status: 'R' }, { programs: { 'free-lunch': false, 'reduced-lunch': true } }],
  [{ lunch_status: 'ReducedPrice' }, { programs: { 'free-lunch': false, 'reduced-lunch': true } }],
  [{ lunch_status: 'FullPrice' }, { programs: { 'free-lunch': false, 'reduced-lunch': false } }],
  [
    { lunch_status: 'yes' },
    { programs: { 'free-lunch': undefined, 'reduced-lunch': undefined } },
    ['lunch_status unknown-value left-out'],
  ],
  [{ lunch_status: '' }, { programs: { 'free-lunch': undefined, 'reduced-lunch': undefined } }],
  [{ programs: 'SNAP; Food stamps; Medicaid: no' }, { programs: { snap: true, medicaid: false } }],
  [{ programs: 'lottery; wic' }, { programs: { wic: true } }, ['programs unknown-value left-out']],
  [{ programs: 'snap: perhaps' }, undefined, ['programs unknown-value left-out']],
  [{ 'program:iep': 'Y', 'program:504': 'N' }, { programs: { iep: true, '504': false } }],
  [{ 'program:migrant': '' }, { programs: { migrant: undefined } }],
  [
    { 'program:medicaid': '123456' },
    { programs: { medicaid: undefined } },
    ['program:medicaid unknown-value left-out'],
  ],
  [{ programs: 'snap', 'program:snap': 'no' }, { programs: { snap: false } }],
  [{ 'attribute:first-generation': 'Sí' }, { attributes: { 'first-generation': 'yes' } }],
  [
    { 'attribute:first-generation': 'maybe' },
    { attributes: { 'first-generation': undefined } },
    ['attribute:first-generation unknown-value left-out'],
  ],
  [{ 'attribute:military-family': 'Active duty' }, { attributes: { 'military-family': 'active' } }],
];

describe('readCircumstances', () => {
  for (const [fields, said, notes = []] of ROWS)
    it(`reads ${JSON.stringify(fields)}`, () => {
      expect(read(fields)).to.deep.equal({ said, notes });
    });

  it('reads whatever stands there without a fault, and only what has the shape', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('F', 'free', '130-185', 'yes', 'snap: no', '185+', 'active', '0', '-'),
    );
    const fields = fc.dictionary(
      fc.constantFrom(
        'gender',
        'income_band',
        'lunch_status',
        'programs',
        'program:snap',
        'attribute:military-family',
      ),
      cell,
    );
    fc.assert(
      fc.property(fields, (row) => {
        const { said, notes } = read(row);
        const bare = JSON.parse(JSON.stringify(said ?? {}));
        expect(Circumstances.safeParse(bare).success).to.equal(true);
        for (const note of notes) expect(note).to.match(/^[a-z_:-]+ (unknown-value|bad-number) left-out$/);
      }),
    );
  });

  it('takes a word that every object knows for one that nobody knows', () => {
    const { said, notes } = read({ gender: 'Constructor' });
    expect(said?.gender).to.equal(undefined);
    expect(notes).to.deep.equal(['gender unknown-value left-out']);
  });

  it('finds its columns under the names that rosters give them', () => {
    const headers = [
      'Sex',
      'FRL Status',
      'Homeless',
      'IEP',
      'Section 504',
      'attribute:first-generation',
      'program:snap',
    ];
    const found = mapColumns(headers, studentColumns(eligibility));
    expect(Object.fromEntries(found)).to.deep.equal({
      gender: 0,
      lunch_status: 1,
      'program:mckinney-vento': 2,
      'program:iep': 3,
      'program:504': 4,
      'attribute:first-generation': 5,
      'program:snap': 6,
    });
  });

  it('knows each gender, and no name of two programs', () => {
    for (const gender of GENDERS) expect(read({ gender }).said).to.deep.equal({ gender });
    for (const { id, label, names } of eligibility.programs)
      for (const name of [id, label.en, label.es, ...names]) expect(context.findProgram(name)).to.equal(id);
  });
});

describe('parseIncomeBand', () => {
  const BANDS: [string, [number | undefined, number | undefined] | undefined][] = [
    ['0-130', [undefined, 130]],
    ['131% to 185%', [130, 185]],
    ['130 – 185 % of the federal poverty level', [129, 185]],
    ['up to 130%', [undefined, 130]],
    ['<=130', [undefined, 130]],
    ['under 130% FPL', [undefined, 130]],
    ['>185', [185, undefined]],
    ['over 185%', [185, undefined]],
    ['185+', [184, undefined]],
    ['>= 185%', [184, undefined]],
    ['150', [149, 150]],
    ['150.5%', [150, 151]],
    ['0', [undefined, 0]],
    ['1.3', undefined],
    ['185-130', undefined],
    ['32000', undefined],
    ['$300', undefined],
    ['low', undefined],
    ['', undefined],
  ];
  for (const [text, ends] of BANDS)
    it(`reads "${text}" as ${ends ? `above ${ends[0]} and at most ${ends[1]}` : 'nothing'}`, () => {
      const [minimumFpl, maximumFpl] = ends ?? [];
      expect(parseIncomeBand(text)).to.deep.equal(
        ends && {
          ...(minimumFpl !== undefined && { minimumFpl }),
          ...(maximumFpl !== undefined && { maximumFpl }),
        },
      );
    });
});
