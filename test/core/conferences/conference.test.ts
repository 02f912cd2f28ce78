import { expect } from 'chai';
import { type Conference, type ConferenceEdit, MOST_OF } from '../../../core/conferences/conference.ts';
import { editConference } from '../../../core/conferences/edit-conference.ts';
import { fitMinutes } from '../../../core/conferences/fit-minutes.ts';
import { makeAgenda } from '../../../core/conferences/make-agenda.ts';
import { fitsOnPage, printedLines } from '../../../core/print/one-page.ts';

const EMPTY: Conference = {
  id: 'c',
  studentId: 's',
  day: '2026-11-10',
  version: 1,
  at: '2026-11-10T15:00:00Z',
  by: 'x',
  agenda: makeAgenda({
    plan: { goals: [], steps: [] },
    reviews: ['2026-10'],
    referrals: [],
    today: '2026-11-10',
  }),
  decisions: [],
  people: [],
  steps: [],
};

function edited(edits: readonly ConferenceEdit[], from = EMPTY): Conference {
  let now = from;
  for (const edit of edits) {
    const next = editConference(now, edit);
    if (typeof next === 'string') throw new Error(next);
    now = { ...now, ...next, version: now.version + 1 };
  }
  return now;
}

const decide = (text: string, saw = 0, id = 'decision-1'): ConferenceEdit => ({
  list: 'decisions',
  id,
  saw,
  to: { text },
});

describe('The agenda of a conference', () => {
  const step = { goal: undefined, helper: '', offer: undefined };
  it('is made of how the student is, goals, late steps and referrals that are open or came to nothing', () => {
    const agenda = makeAgenda({
      plan: {
        goals: [{ id: 'g', text: 'Read a book', term: 'short', area: 'academic' }],
        steps: [
          { ...step, id: 'late', text: 'Visit the library', by: '2026-11-01', state: 'not-started' },
          { ...step, id: 'done', text: 'Get a card', by: '2026-11-01', state: 'done' },
          { ...step, id: 'today', text: 'Choose a book', by: '2026-11-10', state: 'under-way' },
        ],
      },
      reviews: ['2026-09', '2026-10'],
      referrals: [
        { id: 'r1', state: 'requested', service: 'Reading Friends' },
        { id: 'r2', state: 'completed', service: 'Glasses' },
        { id: 'r3', state: 'rejected', service: 'Homework Club' },
      ],
      today: '2026-11-10',
    });
    expect(agenda.map(({ kind, text, detail }) => [kind, text, detail].join(' | '))).to.deep.equal([
      'review |  | 2026-10',
      'goal | Read a book | ',
      'step | Visit the library | 2026-11-01',
      'referral | Reading Friends | requested',
      'referral | Homework Club | rejected',
    ]);
  });

  it('leaves room for what people want to add, however long a plan is', () => {
    const goals = Array.from({ length: 60 }, (_, n) => ({
      id: `${n}`,
      text: 'x',
      term: 'long' as const,
      area: 'health' as const,
    }));
    const made = makeAgenda({ plan: { goals, steps: [] }, reviews: [], referrals: [], today: '2026-11-10' });
    expect(made).to.have.length(MOST_OF.agenda - 10);
  });
});

describe('An edit of a conference', () => {
  it('changes one item for who has seen it as it is, and nothing for who has not', () => {
    const once = edited([decide('Call the library')]);
    expect(once.decisions).to.deep.equal([{ id: 'decision-1', version: 2, text: 'Call the library' }]);
    expect(editConference(once, decide('Something else', 0))).to.equal('changed');
    expect(editConference(once, decide('Something else', 1))).to.equal('changed');
    expect(edited([decide('Something else', 2)], once).decisions[0]?.text).to.equal('Something else');
    expect(edited([{ list: 'decisions', id: 'decision-1', saw: 2, to: null }], once).decisions).to.deep.equal(
      [],
    );
  });

  it('of different items by different people does not get in each other’s way, and can be sent twice', () => {
    const both = edited([decide('One'), decide('Two', 0, 'decision-2')]);
    expect(both.decisions.map(({ text }) => text)).to.deep.equal(['One', 'Two']);
    expect(editConference(both, decide('One'))).to.equal(both);
    expect(editConference(both, { list: 'people', id: 'nobody-here', saw: 3, to: null })).to.equal(both);
  });

  it('notes what was said and leaves the plan’s own words', () => {
    const noted = edited([
      { list: 'agenda', id: 'review-2026-10', saw: 1, to: { text: 'x', notes: 'Sleeps badly' } },
      { list: 'agenda', id: 'own-item-1', saw: 0, to: { text: 'The bus' } },
    ]);
    expect(noted.agenda[0]).to.include({ kind: 'review', text: '', notes: 'Sleeps badly' });
    expect(noted.agenda[1]).to.include({ kind: 'own', text: 'The bus', version: 3 });
    expect(editConference(noted, { list: 'agenda', id: 'own-item-2', saw: 0, to: { notes: 'x' } })).to.equal(
      'empty',
    );
    const full = Array.from({ length: MOST_OF.decisions }, (_, n) => decide('x', 0, `decision-${n}`));
    expect(editConference(edited(full), decide('one more', 0, 'decision-99'))).to.equal('too-many');
  });
});

describe('A conference on paper', () => {
  it('fits on one page, however much was said, and says what was left out', () => {
    const long = 'All of us talked about this for a long time. '.repeat(40);
    const whole = {
      people: 'Somebody, '.repeat(MOST_OF.people),
      agenda: Array.from({ length: MOST_OF.agenda }, (_, n) => ({ text: long, notes: n % 3 ? long : '' })),
      decisions: Array.from({ length: MOST_OF.decisions }, () => long),
      steps: Array.from({ length: MOST_OF.steps }, () => long),
    };
    const { minutes, points, left, cut } = fitMinutes(whole);
    const texts = [
      minutes.people,
      ...minutes.decisions,
      ...minutes.steps,
      ...minutes.agenda.flatMap(({ text, notes }) => [text, notes]),
    ];
    const lines = texts.filter(Boolean).reduce((sum, text) => sum + printedLines(text, points), 14);
    expect(fitsOnPage(lines, points)).to.equal(true);
    expect(minutes.agenda.length + left).to.equal(MOST_OF.agenda);
    expect({ cut, decisions: minutes.decisions.length, steps: minutes.steps.length }).to.deep.equal({
      cut: true,
      decisions: MOST_OF.decisions,
      steps: MOST_OF.steps,
    });
    const short = { people: 'Ana', agenda: [{ text: 'The bus', notes: 'Pass' }], decisions: [], steps: [] };
    expect(fitMinutes(short)).to.deep.equal({ minutes: short, points: 11, left: 0, cut: false });
  });
});
