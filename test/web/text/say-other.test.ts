import { expect } from 'chai';
import { sayAgo, sayDate } from '../../../web/text/say-date.ts';
import { sayDistance, sayReach, sayTrip } from '../../../web/text/say-distance.ts';
import { joinFacts, sayCost, sayPlaces, sayPlacesChecked } from '../../../web/text/say-offer.ts';
import { sayAges, sayGrade, sayGrades, sayLanguage } from '../../../web/text/say-people.ts';
import { english, spaced, spanish } from './voices.ts';

describe('Saying distances and ways', () => {
  it('counts miles or kilometers, as the district does', () => {
    expect(sayDistance(english, 1.609344, 'miles')).to.equal('1 mile');
    expect(sayDistance(english, 0.7, 'miles')).to.equal('0.4 miles');
    expect(sayDistance(english, 40, 'miles')).to.equal('25 miles');
    expect(sayDistance(spanish, 5, 'kilometers')).to.equal('5 kilómetros');
  });

  it('says minutes with the way one goes, and never none', () => {
    expect(sayTrip(english, 9.4, 'bus')).to.equal('9 min bus');
    expect(sayTrip(english, 0.2, 'walk')).to.equal('1 min walk');
    expect(sayReach(english, 20, 'bus')).to.equal('within 20 minutes by bus');
  });
});

describe('Saying who is taken', () => {
  const rule = { unknown: [] };

  it('names grades', () => {
    expect(sayGrade(english, -1)).to.equal('pre-kindergarten');
    expect(sayGrades(english, { ...rule, minimumGrade: 0, maximumGrade: 6 })).to.equal(
      'kindergarten to grade 6',
    );
    expect(sayGrades(english, { ...rule, maximumGrade: 5 })).to.equal('up to grade 5');
    expect(sayGrades(english, { ...rule, minimumGrade: 9 })).to.equal('grade 9 and up');
    expect(sayGrades(english, { ...rule, minimumGrade: 4, maximumGrade: 4 })).to.equal('grade 4');
    expect(sayGrades(english, rule)).to.equal(undefined);
  });

  it('names ages, and says nothing where there is no rule', () => {
    expect(sayAges(english, { ...rule, minimumAge: 6, maximumAge: 12 })).to.equal('ages 6 to 12');
    expect(sayAges(english, { ...rule, minimumAge: 0, maximumAge: 18 })).to.equal('up to age 18');
    expect(sayAges(english, { ...rule, minimumAge: 18, maximumAge: 130 })).to.equal('age 18 and older');
    expect(sayAges(english, { ...rule, minimumAge: 0 })).to.equal(undefined);
  });

  it('names languages in the reader’s own, and leaves an unknown code as it is', () => {
    expect(sayLanguage(english, 'es')).to.equal('Spanish');
    expect(sayLanguage(spanish, 'en')).to.equal('inglés');
    expect(sayLanguage(english, 'not a code')).to.equal('not a code');
  });
});

describe('Saying dates', () => {
  const now = new Date('2026-11-21T20:00:00Z');

  it('says how long ago', () => {
    expect(sayAgo(english, '2026-11-21T12:00:00Z', now)).to.equal('today');
    expect(sayAgo(english, '2026-11-21', new Date('2026-11-21T23:30:00Z'))).to.equal('today');
    expect(sayAgo(english, '2026-11-20', new Date('2026-11-21T00:30:00Z'))).to.equal('yesterday');
    expect(sayAgo(english, '2026-11-19T18:00:00Z', now)).to.equal('2 days ago');
    expect(sayAgo(english, '2026-10-20', now)).to.equal('5 weeks ago');
    expect(sayAgo(english, '2026-05-20', now)).to.equal('6 months ago');
    expect(sayAgo(english, '2023-05-20', now)).to.equal('4 years ago');
    expect(sayAgo(spanish, '2026-11-19T18:00:00Z', now)).to.equal('anteayer');
  });

  it('does not invent a past for what is no date', () => {
    expect(sayAgo(english, 'soon', now)).to.equal(undefined);
    expect(sayDate(english, 'soon')).to.equal('soon');
  });

  it('writes a day without moving it across time zones', () => {
    expect(sayDate(english, '2026-03-04')).to.equal('March 4, 2026');
    expect(sayDate(spanish, '2026-03-04')).to.equal('4 de marzo de 2026');
  });
});

describe('Saying what an offer costs and whether there is room', () => {
  it('says free, what it costs, or nothing where nobody said', () => {
    expect(sayCost(english, { free: true, cost: '$0' })).to.equal('free');
    expect(sayCost(english, { free: false, cost: '$5 a week' })).to.equal('$5 a week');
    expect(sayCost(english, { free: false })).to.equal('costs something');
    expect(sayCost(english, {})).to.equal(undefined);
  });

  it('says how many places are free and when that was checked', () => {
    expect(sayPlaces(english, 0)).to.equal('full now');
    expect(sayPlaces(english, undefined)).to.equal(undefined);
    const offer = { placesFree: 3, placesUpdated: '2026-11-19T12:00:00Z' };
    expect(sayPlacesChecked(english, offer, new Date('2026-11-21T12:00:00Z'))).to.equal(
      '3 places free, checked 2 days ago',
    );
  });

  it('joins facts with dots and leaves out what is not known', () => {
    expect(spaced(joinFacts(['Library', undefined, 'free']))).to.equal('Library · free');
  });
});
