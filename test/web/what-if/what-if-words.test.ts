import { expect } from 'chai';
import type { ScenarioChange } from '../../../core/what-if/scenario.ts';
import { createWhatIf, type WhatIfTotals } from '../../../core/what-if/what-if-engine.ts';
import { freshId, knownSites, moveOf, sitesOfToday } from '../../../web/parts/what-if/known-sites.ts';
import { changeSentence, headline, shareWords } from '../../../web/parts/what-if/what-if-words.ts';
import { createTranslate, type Language } from '../../../web/text/translate.ts';
import { whatIfEn } from '../../../web/text/what-if-en.ts';
import { whatIfEs } from '../../../web/text/what-if-es.ts';
import { whatIfTown } from '../../core/what-if/what-if-town.ts';
import { wording } from '../work/wording.ts';

function wordsOf(language: Language) {
  const work = wording(language);
  const t = createTranslate<typeof whatIfEn>(language, language === 'en' ? whatIfEn : whatIfEs);
  return { t, say: work.say, term: work.term, work: { ...work, language } };
}

const snapshot = whatIfTown({
  places: [
    { point: [-96, 40], people: 60 },
    { point: [-94, 40], people: 40 },
  ],
  sites: [{ point: [-96, 40], capacity: 5, hours: 10 }],
});
const totals = (covered: number): WhatIfTotals => ({ people: 100, covered, meanMinutes: 10, sites: 1 });

describe('The words of what if', () => {
  it('say how many more have help near, and the share before', () => {
    const words = wordsOf('en');
    expect(headline(snapshot, totals(60), totals(85), words)).to.match(
      /: 25 more students have one within 30 min by car, 85% instead of 60%$/,
    );
    expect(headline(snapshot, totals(60), totals(20), words)).to.match(
      /: 40 fewer students have one .*, 20% instead of 60%$/,
    );
    expect(headline(snapshot, totals(60), totals(60), words)).to.match(
      /as many as today .*, 60% of 100 students$/,
    );
    expect(headline(snapshot, totals(60), totals(85), wordsOf('es'))).to.match(
      /25 estudiantes más tienen esta ayuda/,
    );
  });

  it('tell of students only the end of a share behind which fewer than the threshold stand', () => {
    const words = wordsOf('en');
    const share = (covered: number, question = snapshot.question) =>
      shareWords(totals(covered), question, snapshot.threshold, words);
    expect([share(9), share(91), share(10)]).to.deep.equal(['fewer than 10', 'all but fewer than 10', '10%']);
    expect(share(0, { ...snapshot.question, demand: { of: 'children' } })).to.equal('0%');
  });

  it('say each change, and that one is about a service that is gone', () => {
    const { t } = wordsOf('en');
    const changes: ScenarioChange[] = [
      { kind: 'add', id: freshId([]).id, point: [-95, 40], capacity: 20, name: 'New service 1' },
      moveOf('s0', [-96, 40.1]),
      { kind: 'capacity', siteId: 's0', capacity: 7 },
      { kind: 'hours', siteId: 's0', hours: 21 },
      { kind: 'remove', siteId: 'closed' },
    ];
    const sites = new Map(
      knownSites(sitesOfToday(snapshot, 'en-US'), changes).map((site) => [site.id, site]),
    );
    expect(
      changes.map((change) => changeSentence(change, sites, t, (km) => `${Math.round(km)} km`)),
    ).to.deep.equal([
      'New service 1: new, 20 places',
      'Service 0: moved by 11 km',
      'Service 0: 7 places instead of 5',
      'Service 0: open 21 hours a week instead of 10, so 14.7 places',
      'A service that is no longer there: left out',
    ]);
    expect(createWhatIf(snapshot).set(changes).pointless).to.deep.equal([changes[4]]);
    expect(freshId(changes)).to.deep.equal({ id: 'new-2', n: 2 });
  });
});
