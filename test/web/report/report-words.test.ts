import { expect } from 'chai';
import type { GapParams, GapResult, GapRow } from '../../../core/gaps/gap.ts';
import { measureFor } from '../../../core/gaps/measure-for.ts';
import { reportQuery } from '../../../web/parts/report/report-query.ts';
import {
  affectedSentences,
  limitSentences,
  type ReportWording,
  shareMethod,
} from '../../../web/parts/report/report-words.ts';
import { type ReportTexts, reportEn } from '../../../web/text/report-en.ts';
import { reportEs } from '../../../web/text/report-es.ts';
import { createTranslate, type Text } from '../../../web/text/translate.ts';
import { accessWording } from '../work/access-wording.ts';

const said: ReportWording = { ...accessWording('en'), r: createTranslate<ReportTexts>('en', reportEn) };
const params: GapParams = { terms: ['counseling'], minutes: 30, mode: 'car', demand: 'all' };

function row(id: string, change: Partial<GapRow>): GapRow {
  const figures = { covered: null, share: null, end: null, unmet: null, hidden: false };
  return { id, name: id, students: 50, ...figures, nearestMinutes: 12, nearestOfferId: 'o', ...change };
}

function result(bySchool: GapRow[], change: Partial<GapResult> = {}): GapResult {
  const total = row('total', { students: 2400, covered: 2158, share: 0.9, unmet: 46 });
  const counted = { countedOn: '2026-11-02', threshold: 10 };
  return { params, total, bySchool, byCell: [], offers: 12, ...counted, ...change };
}

const affected = (of: GapResult) => affectedSentences(of, ({ id }) => id, said);

describe('The report for the board', () => {
  it('says who is affected: how many are without, where nothing is near, and the longest way', () => {
    const far = [
      row('North Fork', { nearestMinutes: 45, students: 52 }),
      row('Tallgrass', { nearestMinutes: 68 }),
    ];
    expect(affected(result([row('Wren', {}), ...far]))).to.deep.equal([
      '242 of 2,400 students have none within 30 min by car.',
      '2 schools have nothing within 30 min by car: North Fork and Tallgrass. 102 students there.',
      'The longest way is from Tallgrass: the nearest is 68 min by car.',
      'At least 46 needs have found no match.',
    ]);
  });

  it('adds up nobody where the students of a school may not be told', () => {
    const far = [row('North Fork', { nearestMinutes: 45, students: null, hidden: true })];
    const [, schools] = affected(result([...far, row('Tallgrass', { nearestMinutes: 68 })]));
    expect(schools).to.equal('2 schools have nothing within 30 min by car: North Fork and Tallgrass.');
    const total = row('total', { students: 2400, covered: null, end: 'most', hidden: true });
    expect(affected(result([row('Wren', {})], { total }))[0]).to.equal(
      'Every school has something within 30 min by car.',
    );
  });

  it('names the first schools and counts the rest, and tells of children by area', () => {
    const far = Array.from({ length: 7 }, (_, n) => row(`S${n}`, { people: 10, outOfReach: true }));
    const children: GapParams = { ...params, demandOf: 'children', measure: measureFor('e2sfca', 30) };
    const byArea = [row('a', { people: 33.4, outOfReach: true }), row('b', { people: 9, outOfReach: false })];
    const sentences = affected(result(far, { params: children, byArea }));
    expect(sentences).to.include(
      '7 schools have nothing within 30 min by car: S0, S1, S2, S3, S4 and 2 more. 70 children there.',
    );
    expect(sentences).to.include('1 census area has nothing within 30 min by car: 33 children there.');
  });

  it('says how it was worked out and what the figures do not say', () => {
    expect(shareMethod(result([]), said)[0]).to.match(
      /^A student is within reach if .* within 30 minutes by car/,
    );
    const need = { ...params, demand: 'need' as const };
    expect(shareMethod(result([], { params: need }), said)).to.have.length(4);
    expect(limitSentences(result([]), said).join(' ')).to.match(/fewer than 10 students are hidden/);
  });

  it('keeps what is proposed in its address', () => {
    const address = 'terms=counseling&method=e2sfca&siting=run-1&scenario=plan-2';
    expect(reportQuery.format(reportQuery.parse(new URLSearchParams(address))).toString()).to.equal(address);
  });

  it('has the same keys and the same holes in both languages', () => {
    expect(Object.keys(reportEs).sort()).to.deep.equal(Object.keys(reportEn).sort());
    for (const key of Object.keys(reportEn) as (keyof typeof reportEn)[])
      expect(holes(reportEs[key]), key).to.deep.equal(holes(reportEn[key]));
  });
});

function holes(text: Text): string[] {
  const forms = typeof text === 'string' ? text : text.other;
  return [...forms.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}
