import { expect } from 'chai';
import type { AnswerByCode } from '../../../core/surveys/answer.ts';
import { Problem } from '../../../web/api/problem.ts';
import { makeUuid } from '../../../web/state/make-uuid.ts';
import { waitingAnswers } from '../../../web/state/waiting-answers.ts';

/** What a browser keeps, over reloads. */
function storage() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (n: number) => [...kept.keys()][n] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const answer = (id: string): AnswerByCode => ({ id, code: 'CODE', choices: { known: ['yes'] }, texts: {} });
const offline = () => Promise.reject(new Problem(0, 'offline', 'no network'));

describe('Answers that wait on a device', () => {
  it('wait while there is no network, over a reload, and are sent once it is there', async () => {
    const keep = storage();
    waitingAnswers(keep).put(answer('a'));
    waitingAnswers(keep).put(answer('b'));
    await waitingAnswers(keep).send(offline);
    expect(waitingAnswers(keep).list()).to.have.length(2);
    const arrived: string[] = [];
    await waitingAnswers(keep).send(async ({ id }) => void arrived.push(id));
    expect(arrived.sort()).to.deep.equal(['a', 'b']);
    expect(waitingAnswers(keep).list()).to.deep.equal([]);
  });

  it('are sent again under the same id when the reply was lost: none is lost, and none counts twice', async () => {
    const keep = storage();
    const taken = new Set<string>();
    waitingAnswers(keep).put(answer('a'));
    await waitingAnswers(keep).send(async ({ id }) => {
      taken.add(id);
      await offline();
    });
    await waitingAnswers(keep).send(async ({ id }) => void taken.add(id));
    expect([...taken]).to.deep.equal(['a']);
    expect(waitingAnswers(keep).list()).to.deep.equal([]);
  });

  it('are kept with the reason when they are refused, do not hold up others, and are not sent again', async () => {
    const keep = storage();
    for (const id of ['a', 'b']) waitingAnswers(keep).put(answer(id));
    let asked = 0;
    const sendOne = async ({ id }: AnswerByCode) => {
      asked += 1;
      if (id === 'a') throw new Problem(409, 'survey-closed', 'over');
    };
    await waitingAnswers(keep).send(sendOne);
    await waitingAnswers(keep).send(sendOne);
    expect(asked).to.equal(2);
    expect(waitingAnswers(keep).list()).to.deep.equal([{ answer: answer('a'), refused: 'survey-closed' }]);
    waitingAnswers(keep).drop('a');
    expect(waitingAnswers(keep).list()).to.deep.equal([]);
  });

  it('have ids that the server takes', () => {
    expect(makeUuid()).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(makeUuid()).to.not.equal(makeUuid());
  });

  it('know the questions of a code without a network', () => {
    const keep = storage();
    waitingAnswers(keep).keepForm('CODE', { title: { en: 'Fall' } });
    expect(waitingAnswers(keep).keptForm('CODE')).to.deep.equal({ title: { en: 'Fall' } });
    expect(waitingAnswers(keep).keptForm('OTHER')).to.equal(undefined);
  });
});
