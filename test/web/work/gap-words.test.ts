import { expect } from 'chai';
import type { GapParams, GapResult, GapRow } from '../../../core/gaps/gap.ts';
import { classNames, gapHeadline, gapRowSentences, gapSentence } from '../../../web/parts/work/gap-words.ts';
import { accessWording } from './access-wording.ts';
import { wording } from './wording.ts';

const params: GapParams = { terms: ['counseling'], minutes: 30, mode: 'car', demand: 'all' };

function row(change: Partial<GapRow>): GapRow {
  return {
    id: 'total',
    students: 2400,
    covered: 1140,
    share: 0.475,
    end: null,
    unmet: null,
    nearestMinutes: 12.4,
    nearestOfferId: 'o',
    hidden: false,
    ...change,
  };
}

function result(change: Partial<GapRow>, offers = 12): GapResult {
  const counted = { countedOn: '2026-11-02', threshold: 10 };
  return { params, total: row(change), bySchool: [], byCell: [], offers, ...counted };
}

const asked = { params, threshold: 10 };

describe('The words of a gap map', () => {
  const said = wording('en');

  it('puts the numbers behind the map into one headline', () => {
    expect(gapHeadline(result({}), said)).to.equal(
      '1,140 of 2,400 students (48%) have one within 30 min by car',
    );
    expect(gapHeadline(result({}), wording('es'))).to.match(
      /^1,140 de 2,400 estudiantes \(48\s?%\) tienen algo a 30 min en auto$/,
    );
  });

  it('keeps apart what is hidden, what nobody offers, and nobody', () => {
    expect(gapHeadline(result({ covered: null, share: null, hidden: true }), said)).to.match(
      /^Fewer than 10/,
    );
    expect(gapHeadline(result({ covered: 0 }, 0), said)).to.match(/^Nobody offers this yet/);
    expect(gapHeadline(result({ students: 0, covered: 0, share: null }), said)).to.match(/^No students/);
  });

  it('says of a place only the figures that are not hidden', () => {
    expect(gapRowSentences(row({ unmet: null, hidden: true }), asked, said)).to.deep.equal([
      'The nearest is 12 min by car.',
      '1,140 of 2,400 students within reach.',
    ]);
    expect(
      gapRowSentences(row({ students: null, covered: null, hidden: true, unmet: 14 }), asked, said),
    ).to.deep.equal([
      'The nearest is 12 min by car.',
      'We hide this number because fewer than 10 students are behind it.',
      '14 needs without a match.',
    ]);
  });

  it('says near which end a share is where only that is told, and never none or all', () => {
    const few = { covered: null, share: null, end: 'few', hidden: true } as const;
    expect(gapHeadline(result(few), said)).to.equal(
      'Fewer than 10 of 2,400 students have one within 30 min by car',
    );
    expect(gapHeadline(result({ ...few, end: 'most' }), said)).to.match(/^All but fewer than 10 of 2,400/);
    expect(gapRowSentences(row(few), asked, said)[1]).to.equal(
      'Fewer than 10 of 2,400 students within reach.',
    );
    expect(gapRowSentences(row({ ...few, end: 'most' }), asked, wording('es'))[1]).to.match(
      /^Todos menos unos pocos/,
    );
  });

  it('never says zero for no data', () => {
    const sentences = gapRowSentences(
      row({ students: null, covered: null, nearestMinutes: null }),
      asked,
      said,
    );
    expect(sentences).to.deep.equal(['Nobody offers it yet.', 'No students are counted here.']);
  });

  it('asks the question in one sentence for the printed page', () => {
    expect(gapSentence(params, said)).to.equal(
      'Where counseling is within 30 minutes by car, counting all students.',
    );
  });

  it('names five classes, the worst first', () => {
    const both = accessWording('en');
    expect(classNames({ by: 'share' }, asked, both)).to.deep.equal([
      '0–19%, or fewer than 10',
      '20–39%',
      '40–59%',
      '60–79%',
      '80–100%, or all but fewer than 10',
    ]);
    expect(classNames({ by: 'minutes', limit: 30 }, asked, both)).to.deep.equal([
      'over 60 min',
      '45–60 min',
      '30–45 min',
      '15–30 min',
      'up to 15 min',
    ]);
  });
});
