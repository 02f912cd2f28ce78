import { expect } from 'chai';
import type { Setting } from '../../../web/state/config.tsx';
import { indexTerms } from '../../../web/state/taxonomy.ts';
import { activeFilters, describeCount, describeNothing } from '../../../web/views/find/describe-query.ts';
import { emptyQuery } from '../../../web/views/find/find-query.ts';
import { english, spaced, spanish } from '../text/voices.ts';

const term = { parent: null, synonyms: { en: [], es: [] }, openEligibility: [] };
const setting = {
  schools: [{ id: 's', name: 'Cedar Hollow Elementary' }],
  terms: indexTerms([{ ...term, id: 'arts', label: { en: 'Arts', es: 'Arte' } }]),
} as unknown as Setting;
const near = { ...emptyQuery, terms: ['arts'], school: 's', minutes: 20 };

describe('A search as a sentence', () => {
  it('says how many, what, how far and from where', () => {
    expect(describeCount(english, near, setting, 12)).to.equal(
      '12 services for Arts within 20 minutes by bus of Cedar Hollow Elementary',
    );
    expect(describeCount(spanish, near, setting, 1)).to.equal(
      '1 servicio de Arte a 20 minutos o menos en autobús de Cedar Hollow Elementary',
    );
  });

  it('says what was not found', () => {
    expect(describeNothing(english, { ...near, minutes: null }, setting)).to.equal(
      'Nothing found for Arts near Cedar Hollow Elementary.',
    );
  });

  it('repeats typed words as typed', () => {
    expect(describeCount(english, { ...emptyQuery, q: 'chess' }, setting, 2)).to.equal(
      '2 services for “chess”',
    );
  });
});

describe('The filters that are on', () => {
  const full = {
    ...emptyQuery,
    openNow: true,
    day: 'TU' as const,
    from: '15:30',
    language: 'es',
    free: true,
    places: true,
    approved: true,
    grade: 0,
    age: 0,
  };

  it('are named each, kindergarten and age 0 too', () => {
    expect(activeFilters(english, full).map(({ label }) => spaced(label))).to.deep.equal([
      'Open now',
      'Open Tuesdays from 3:30 pm',
      'In Spanish',
      'Free of charge',
      'Has room',
      'Approved for this school',
      'Takes kindergarten',
      'Takes age 0',
    ]);
  });

  it('go away one by one until none is left', () => {
    let query: typeof emptyQuery = full;
    for (const { without } of activeFilters(english, full)) query = { ...query, ...without };
    expect(query).to.deep.equal(emptyQuery);
  });
});
