import { expect } from 'chai';
import { SurveyQuestion } from '../../../core/surveys/question.ts';
import { readTyped } from '../../../web/parts/surveys/read-typed.ts';

const one = SurveyQuestion.parse({
  kind: 'scale',
  id: 'one',
  text: { en: 'How?' },
  low: { en: 'a' },
  high: { en: 'b' },
});
const many = SurveyQuestion.parse({
  kind: 'needs',
  id: 'many',
  text: { en: 'What?' },
  terms: ['food', 'rides', 'care'],
});

describe('Boxes that are typed in from paper', () => {
  it('are read by their numbers, however they are parted, each once', () => {
    expect(readTyped(many, '3 1')).to.deep.equal({ choices: ['care', 'food'] });
    expect(readTyped(many, ' 1,2; 2. ')).to.deep.equal({ choices: ['food', 'rides'] });
    expect(readTyped(one, '5')).to.deep.equal({ choices: ['5'] });
    expect(readTyped(one, '')).to.deep.equal({ choices: [] });
  });

  it('are refused where there is no such box, or where only one may be ticked', () => {
    expect(readTyped(many, '1 4 x')).to.deep.equal({ wrong: ['4', 'x'] });
    expect(readTyped(many, '0')).to.deep.equal({ wrong: ['0'] });
    expect(readTyped(one, '1 2')).to.deep.equal({ tooMany: true });
  });
});
