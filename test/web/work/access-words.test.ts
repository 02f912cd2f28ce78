import { expect } from 'chai';
import type { GapParams, GapResult, GapRow } from '../../../core/gaps/gap.ts';
import { measureFor } from '../../../core/gaps/measure-for.ts';
import {
  accessClassNames,
  accessHeadline,
  accessRowSentences,
  accessUnit,
} from '../../../web/parts/work/access-words.ts';
import { inequalitySentences, inequalitySummary } from '../../../web/parts/work/inequality-words.ts';
import { accessEn } from '../../../web/text/access-en.ts';
import { accessEs } from '../../../web/text/access-es.ts';
import type { Text } from '../../../web/text/translate.ts';
import { accessWording } from './access-wording.ts';

const said = accessWording('en');
const served: GapParams = {
  terms: ['counseling'],
  minutes: 30,
  mode: 'car',
  demand: 'all',
  demandOf: 'children',
  measure: measureFor('e2sfca', 30),
};
const covered: GapParams = { ...served, measure: measureFor('coverage', 30) };

function row(change: Partial<GapRow>): GapRow {
  const figures = { students: null, covered: null, share: null, end: null, unmet: null, hidden: false };
  return { id: 'total', ...figures, nearestMinutes: 12, nearestOfferId: 'o', ...change };
}

function result(params: GapParams, access: number | null, offers = 12): GapResult {
  const travel = { engine: 'straight', version: '1' };
  const behind = { asOf: '2026-11-02', people: 2400, capacity: 80, capacityUnknown: 1, noData: 0, travel };
  const counted = { countedOn: '2026-11-02', threshold: 10 };
  return { params, total: row({ access }), bySchool: [], byCell: [], offers, access: behind, ...counted };
}

describe('The words of access', () => {
  it('tell what people have on average, for each hundred of those who are counted', () => {
    expect(accessHeadline(result(served, 0.0242), said)).to.equal(
      'On average 2.4 places per 100 children within 30 min by car',
    );
    expect(accessHeadline(result(covered, 0.475), said)).to.equal(
      '1,140 of 2,400 children (48%) have one within 30 min by car',
    );
    expect(accessHeadline(result({ ...served, measure: measureFor('nearest', 30) }, 17.6), said)).to.equal(
      'On average 18 min to the nearest by car',
    );
    expect(accessUnit(served, accessWording('es'))).to.equal('plazas por 100 menores, a 30 min en auto');
  });

  it('keep apart nobody, no offer, nothing within reach and no data', () => {
    expect(accessHeadline(result(served, 0, 0), said)).to.equal('Nobody offers this yet');
    expect(accessHeadline(result(served, null), said)).to.equal('Nobody is counted here yet');
    const [far] = accessRowSentences(row({ access: 0, outOfReach: true }), served, said);
    const [unknown] = accessRowSentences(row({ access: null, outOfReach: false }), served, said);
    expect([far, unknown]).to.deep.equal(['Nothing is within 30 min by car.', 'No data to measure here.']);
  });

  it('carry the margin of an estimate to whoever reads the figure', () => {
    const margins = { people: 80, peopleLow: 60, peopleHigh: 100, accessLow: 0.01, accessHigh: 0.02 };
    expect(accessRowSentences(row({ access: 0.014, ...margins }), served, said)).to.deep.equal([
      '1.4 places per 100 children.',
      'As few as 1 places per 100 children or as many as 2 places per 100 children, because the number of people is an estimate.',
      '80 children counted here, give or take: 60 to 100.',
    ]);
  });

  it('say how equally it is shared, and no number of times of next to nothing', () => {
    const shared = { gini: 0.4, theil: 0.3, atkinson: 0.2, worstTenth: 0.02, bestTenth: 0.08 };
    const lorenz = [0, 0.02, 0.05, 0.1, 0.16, 0.25, 0.35, 0.47, 0.6, 0.78, 1];
    const group = { by: 'locale' as const, rows: [], between: 0.1, within: 0.2 };
    const told = { ...shared, lorenz, groups: [group] };
    expect(inequalitySummary(told, served, said)).to.deep.equal([
      'The best-served tenth has 4 times the places of the worst-served tenth: 8 places per 100 children to 2 places per 100 children.',
      'The worse-served half of all people has 25% of the places.',
    ]);
    expect(inequalitySummary({ ...told, worstTenth: 1e-6 }, served, said)[0]).to.match(/next to nothing/);
    expect(inequalitySummary({ ...told, worstTenth: null }, served, said)).to.have.length(1);
    expect(inequalitySentences(told, said)[1]).to.match(/^Theil 0\.30\..* Of that, 33% lies between city/);
  });

  it('name the classes worst first, whichever way is better', () => {
    const more = accessClassNames([0.01, 0.02, 0.03, 0.04], 'more', served, said);
    expect(more[0]).to.equal('up to 1, or nothing within reach');
    expect(more[4]).to.equal('over 4');
    const nearest = { ...served, measure: measureFor('nearest', 30) };
    const less = accessClassNames([5, 10, 15, 20], 'less', nearest, said);
    expect([less[0], less[4]]).to.deep.equal(['over 20, or nothing within reach', 'up to 5']);
  });

  it('have the same keys and the same holes in both languages', () => {
    expect(Object.keys(accessEs).sort()).to.deep.equal(Object.keys(accessEn).sort());
    for (const key of Object.keys(accessEn) as (keyof typeof accessEn)[])
      expect(holes(accessEs[key]), key).to.deep.equal(holes(accessEn[key]));
  });
});

function holes(text: Text): string[] {
  const forms = typeof text === 'string' ? text : text.other;
  return [...forms.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}
