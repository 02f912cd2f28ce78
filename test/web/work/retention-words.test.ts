import { expect } from 'chai';
import { periodWords } from '../../../web/parts/work/period-words.ts';
import { retentionEn } from '../../../web/text/retention-en.ts';
import { retentionEs } from '../../../web/text/retention-es.ts';
import { createTranslate, type Text } from '../../../web/text/translate.ts';

function holes(text: Text): string[] {
  const forms = typeof text === 'string' ? text : text.other;
  return [...forms.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

describe('The words about keeping, deleting and forgetting', () => {
  it('have the same keys and the same holes in both languages', () => {
    expect(Object.keys(retentionEs)).to.have.members(Object.keys(retentionEn));
    for (const key of Object.keys(retentionEn) as (keyof typeof retentionEn)[])
      expect(holes(retentionEs[key]), key).to.deep.equal(holes(retentionEn[key]));
  });

  it('say whole years as years, other periods in days, and none as the next night', () => {
    const said = (days: number) => periodWords(days, createTranslate('en', retentionEn));
    expect([0, 1, 180, 365, 400, 1825].map(said)).to.deep.equal([
      'Until the next night',
      '1 day',
      '180 days',
      '1 year',
      '400 days',
      '5 years',
    ]);
  });
});
