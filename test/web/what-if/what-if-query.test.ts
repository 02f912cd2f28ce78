import { expect } from 'chai';
import { WhatIfQuestion } from '../../../core/what-if/scenario.ts';
import { asQuery, questionOf, sameQuestion, whatIfQuery } from '../../../web/parts/what-if/what-if-query.ts';

const parse = (search: string) => whatIfQuery.parse(new URLSearchParams(search));

describe('The address of what if', () => {
  it('takes along the question of the gaps screen', () => {
    const query = parse('terms=counseling,dental-care&minutes=45&mode=bus&demand=need&by=cell&at=x');
    expect(questionOf(query)).to.deep.equal({
      terms: ['counseling', 'dental-care'],
      minutes: 45,
      mode: 'bus',
      demand: { of: 'need', term: 'dental-care' },
    });
  });

  it('asks a question that the server takes, whatever is written in it', () => {
    for (const search of [
      'minutes=7',
      'minutes=1',
      'minutes=999',
      'minutes=x',
      'mode=rocket',
      'demand=all',
      'need=a',
    ]) {
      const question = questionOf(parse(`terms=counseling&${search}`));
      expect(WhatIfQuestion.safeParse(question).success, search).to.equal(true);
    }
    expect(questionOf(parse('minutes=30'))).to.equal(undefined);
  });

  it('says a question so that it is read as the same one', () => {
    const question = {
      terms: ['a', 'b'],
      minutes: 20,
      mode: 'walk' as const,
      demand: { of: 'need' as const, term: 'a' },
    };
    const format = whatIfQuery.format({ ...asQuery(question), scenario: 'one', beside: 'two' });
    const read = whatIfQuery.parse(format);
    expect(read).to.include({ scenario: 'one', beside: 'two', need: 'a' });
    expect(sameQuestion(questionOf(read) ?? { ...question, terms: [] }, question)).to.equal(true);
  });
});
