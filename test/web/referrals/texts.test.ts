import { expect } from 'chai';
import { districtRulesEn } from '../../../web/text/district-rules-en.ts';
import { districtRulesEs } from '../../../web/text/district-rules-es.ts';
import { handOverEn } from '../../../web/text/hand-over-en.ts';
import { handOverEs } from '../../../web/text/hand-over-es.ts';
import { importMappingEn } from '../../../web/text/import-mapping-en.ts';
import { importMappingEs } from '../../../web/text/import-mapping-es.ts';
import { opportunityPlanEn } from '../../../web/text/opportunity-plan-en.ts';
import { opportunityPlanEs } from '../../../web/text/opportunity-plan-es.ts';
import { referralsEn } from '../../../web/text/referrals-en.ts';
import { referralsEs } from '../../../web/text/referrals-es.ts';
import { rostersEn } from '../../../web/text/rosters-en.ts';
import { rostersEs } from '../../../web/text/rosters-es.ts';
import type { Text, Texts } from '../../../web/text/translate.ts';

function holes(text: Text | undefined): string[] {
  const forms = text === undefined ? '' : typeof text === 'string' ? text : text.other;
  return [...forms.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

describe('The texts about plans, referrals, letters, a district’s rules and imports', () => {
  it('have the same keys and the same holes in both languages', () => {
    const pairs: [Texts, Texts][] = [
      [referralsEn, referralsEs],
      [opportunityPlanEn, opportunityPlanEs],
      [handOverEn, handOverEs],
      [districtRulesEn, districtRulesEs],
      [importMappingEn, importMappingEs],
      [rostersEn, rostersEs],
    ];
    for (const [en, es] of pairs) {
      expect(Object.keys(es).sort()).to.deep.equal(Object.keys(en).sort());
      for (const key of Object.keys(en)) expect(holes(es[key]), key).to.deep.equal(holes(en[key]));
    }
  });
});
