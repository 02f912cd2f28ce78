import { expect } from 'chai';
import { SurveyQuestion } from '../../../core/surveys/question.ts';
import { draftFaults, NO_ANSWER, toSend, withChoice } from '../../../web/parts/surveys/answer-draft.ts';

const one = SurveyQuestion.parse({ kind: 'yes-no', id: 'one', text: { en: 'Yes?' } });
const many = SurveyQuestion.parse({ kind: 'needs', id: 'many', text: { en: 'What?' }, terms: ['a', 'b'] });

describe('An answer that is being written', () => {
  it('takes one box or several, and gives them back', () => {
    let draft = withChoice(NO_ANSWER, one, 'yes', true);
    draft = withChoice(draft, one, 'no', true);
    draft = withChoice(withChoice(draft, many, 'b', true), many, 'a', true);
    expect(draft.choices).to.deep.equal({ one: ['no'], many: ['b', 'a'] });
    draft = withChoice(withChoice(draft, many, 'b', false), one, '', false);
    expect(draft.choices).to.deep.equal({ one: [], many: ['a'] });
  });

  it('is empty without a box or a word, and lacks a name only where needs are to be written down', () => {
    expect(draftFaults(NO_ANSWER, false)).to.deep.equal(['nothing']);
    expect(draftFaults({ ...NO_ANSWER, texts: { said: '  ' } }, false)).to.deep.equal(['nothing']);
    const said = { ...NO_ANSWER, texts: { said: 'Hello' } };
    expect(draftFaults(said, true)).to.deep.equal([]);
    const wants = { ...said, by: { ...said.by, mayBecomeNeeds: true } };
    expect(draftFaults(wants, true)).to.deep.equal(['name', 'student']);
    expect(draftFaults(wants, false)).to.deep.equal([]);
  });

  it('is sent with what was answered alone, and without a name where none is asked', () => {
    const draft = {
      choices: { one: [], many: ['a'] },
      texts: { said: ' Hello ', more: ' ' },
      by: { name: ' Ana ', student: 'Luz', number: '', mayBecomeNeeds: true },
    };
    const sent = { id: 'id', code: 'CODE' };
    const parts = { ...sent, choices: { many: ['a'] }, texts: { said: 'Hello' } };
    expect(toSend(draft, false, sent)).to.deep.equal(parts);
    const by = { name: 'Ana', student: 'Luz', mayBecomeNeeds: true };
    expect(toSend(draft, true, sent)).to.deep.equal({ ...parts, by });
    const unsaid = { ...draft, by: { ...draft.by, mayBecomeNeeds: false } };
    expect(toSend(unsaid, true, sent)).to.deep.equal(parts);
  });
});
