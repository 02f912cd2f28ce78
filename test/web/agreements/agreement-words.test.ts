import { expect } from 'chai';
import type { AgreementRow } from '../../../web/api/agreements.ts';
import { leftWords, needsAttention, papersWords } from '../../../web/parts/agreements/agreement-words.ts';
import type { AgreementSpeech } from '../../../web/parts/agreements/use-agreements.ts';
import { type AgreementTexts, agreementsEn } from '../../../web/text/agreements-en.ts';
import { agreementsEs } from '../../../web/text/agreements-es.ts';
import { createTranslate, type Text } from '../../../web/text/translate.ts';

const speech = {
  t: createTranslate<AgreementTexts>('en', agreementsEn),
  day: (day: string) => day,
} as unknown as AgreementSpeech;

const row: AgreementRow = {
  id: '1',
  title: 'Reading help',
  organization: { id: 'library', name: 'Public Library' },
  schools: [],
  stage: 'signed',
  status: 'active',
  startsOn: '2026-08-01',
  lastDay: '2027-07-31',
  papers: [{ kind: 'insurance', state: 'valid', validUntil: '2028-01-01' }],
  toCheck: 0,
  late: 0,
};

function holes(text: Text): string[] {
  const forms = typeof text === 'string' ? [text] : Object.values(text);
  return [
    ...new Set(forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))),
  ].sort();
}

describe('The words about agreements', () => {
  it('have the same holes in both languages', () => {
    expect(Object.keys(agreementsEs)).to.deep.equal(Object.keys(agreementsEn));
    for (const key of Object.keys(agreementsEn) as (keyof AgreementTexts)[])
      expect(holes(agreementsEs[key]), key).to.deep.equal(holes(agreementsEn[key]));
  });

  it('say what is the matter with papers, and when something ends', () => {
    expect(papersWords(row, speech)).to.equal('all valid');
    expect(papersWords({ papers: [], toCheck: 0 }, speech)).to.equal('none asked for');
    const papers: AgreementRow['papers'] = [
      { kind: 'checks', state: 'missing' },
      { kind: 'insurance', state: 'valid', warning: { daysLeft: 3, step: 30 } },
    ];
    expect(papersWords({ papers, toCheck: 2 }, speech)).to.equal('1 missing, 2 to check, 1 ends soon');
    expect(leftWords({ daysLeft: 1, step: 30 }, '2026-11-23', speech)).to.equal('1 day left');
    expect(leftWords({ daysLeft: -2, step: 0 }, '2026-11-20', speech)).to.equal('over since 2026-11-20');
  });

  it('find what needs attention, and nothing in what is over', () => {
    expect(needsAttention(row)).to.equal(false);
    for (const trouble of [
      { warning: { daysLeft: 3, step: 30 } },
      { toCheck: 1 },
      { late: 1 },
      { papers: [{ kind: 'insurance', state: 'waiting' as const }] },
    ]) {
      expect(needsAttention({ ...row, ...trouble })).to.equal(true);
      expect(needsAttention({ ...row, ...trouble, status: 'ended' })).to.equal(false);
    }
  });
});
