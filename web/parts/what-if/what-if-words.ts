import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import { tellShare } from '../../../core/privacy/tell-share.ts';
import { type ScenarioChange, siteOf, type WhatIfQuestion } from '../../../core/what-if/scenario.ts';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import type { WhatIfTotals } from '../../../core/what-if/what-if-engine.ts';
import type { KnownSite } from './known-sites.ts';
import type { SayWhatIf, WhatIfVoice } from './use-what-if-words.ts';

type Words = Pick<WhatIfVoice, 't' | 'say' | 'term' | 'work'>;

/** "Counseling: 312 more students have one within 30 min by car, 61 % instead of 48 %". */
export function headline(
  { question, threshold }: Pick<Snapshot, 'question' | 'threshold'>,
  before: WhatIfTotals,
  now: WhatIfTotals,
  words: Words,
): string {
  const { t } = words;
  if (now.people === 0) return t('headline.nobody');
  const reach = { ...reachWords(question, words), share: shareWords(now, question, threshold, words) };
  const n = Math.round(now.covered - before.covered);
  if (n === 0) return capital(t('headline.same', { ...reach, people: peopleWords(now.people, question, t) }));
  const who = t(`${n > 0 ? 'more' : 'fewer'}.${question.demand.of}`, { n: Math.abs(n) });
  return t('headline.change', { ...reach, who, before: shareWords(before, question, threshold, words) });
}

/** The share within reach; of students only its end where fewer than the threshold stand on one side. */
export function shareWords(
  { people, covered }: WhatIfTotals,
  { demand }: WhatIfQuestion,
  threshold: number,
  { t, say }: Pick<WhatIfVoice, 't' | 'say'>,
): string {
  if (people === 0) return '–';
  if (demand.of === 'enrolment' || demand.of === 'children') return say.percent(covered / people);
  const { share, end } = tellShare({ students: people, covered }, threshold);
  if (share !== null) return say.percent(share);
  return end === null ? t('hidden') : t(end, { n: threshold });
}

export function peopleWords(n: number, { demand }: WhatIfQuestion, t: SayWhatIf): string {
  return t(`people.${demand.of}`, { n: Math.round(n) });
}

/** The question as part of a sentence, and as one. */
export function reachWords({ terms, minutes, mode }: WhatIfQuestion, { say, term, work }: Words) {
  return { terms: say.list(terms.map(term)), minutes, by: work.t(`by.${mode}`) };
}

export function questionSentence(question: WhatIfQuestion, words: Words): string {
  return words.t('sentence', { ...reachWords(question, words), of: words.t(`of.${question.demand.of}`) });
}

/** One change as a sentence. `distance` says how far, in the district's units. */
export function changeSentence(
  change: ScenarioChange,
  sites: ReadonlyMap<string, KnownSite>,
  t: SayWhatIf,
  distance: (km: number) => string,
): string {
  const site = sites.get(siteOf(change));
  if (!site) return t('changes.gone');
  const { name } = site;
  switch (change.kind) {
    case 'add':
      return t('changes.add', { name, places: placesWords(change.capacity, t) });
    case 'move':
      return t('changes.move', { name, distance: distance(kmBetween(site.today?.point, change.point)) });
    case 'capacity':
      return t('changes.capacity', {
        name,
        places: placesWords(change.capacity, t),
        before: site.today?.capacity ?? 0,
      });
    case 'hours':
      return t('changes.hours', {
        name,
        n: change.hours,
        before: site.today?.hours ?? 0,
        places: placesWords(site.capacity, t),
      });
    case 'remove':
      return t('changes.remove', { name });
  }
}

/** Places to a tenth: hours may make parts of one. */
export function placesWords(capacity: number, t: SayWhatIf): string {
  return t('site.places', { n: Math.round(capacity * 10) / 10 });
}

function kmBetween(from: Position | undefined, to: Position): number {
  return from ? greatCircleKm(from, to) : 0;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
