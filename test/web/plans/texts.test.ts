import { expect } from 'chai';
import { PLAN_FAULTS } from '../../../core/placement/plan-faults.ts';
import { plansEn } from '../../../web/text/plans-en.ts';
import { plansEs } from '../../../web/text/plans-es.ts';
import type { Text } from '../../../web/text/translate.ts';

function holes(text: Text): string[] {
  const forms = typeof text === 'string' ? text : text.other;
  return [...forms.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

describe('The texts of the screens about plans', () => {
  it('have the same keys and the same holes in both languages', () => {
    expect(Object.keys(plansEs).sort()).to.deep.equal(Object.keys(plansEn).sort());
    for (const key of Object.keys(plansEn) as (keyof typeof plansEn)[])
      expect(holes(plansEs[key]), key).to.deep.equal(holes(plansEn[key]));
  });

  it('have words for whatever planning meets in its inputs', () => {
    for (const code of PLAN_FAULTS) expect(plansEn).to.have.property(`finding.${code}`);
  });
});
