import { expect } from 'chai';
import fc from 'fast-check';
import { correct } from '../../../core/corrections/correct.ts';
import {
  type Correction,
  ending,
  hearSource,
  latestOfSource,
  withoutProposal,
} from '../../../core/corrections/correction.ts';

const REF = { kind: 'service', id: 's', field: 'name' } as const;
const ana = { account: 'ana' };
const geocoder = { tool: 'geocoder' } as const;
const at = 'today';

/** A field with its source and the correction upon it. */
interface Field {
  stored: unknown;
  correction: Correction | undefined;
}

const steps = {
  source({ correction }: Field, said: string): Field {
    if (!correction) return { stored: said, correction };
    const heard = hearSource(correction, said, { at, source: 'dc' });
    return { stored: heard.value, correction: heard.correction ?? undefined };
  },
  person({ stored, correction }: Field, value: string): Field {
    const after = correct({ ...REF, value }, { now: stored, before: correction, by: ana, at });
    return { stored: after ? after.value : stored, correction: after };
  },
  tool({ stored, correction }: Field, value: string): Field {
    if (correction && 'account' in correction.by) return { stored, correction };
    const after = correct({ ...REF, value }, { now: stored, before: correction, by: geocoder, at });
    return { stored: after ? after.value : stored, correction: after };
  },
  takeBack({ stored, correction }: Field): Field {
    return { stored: correction ? ending(correction).value : stored, correction: undefined };
  },
  take(field: Field): Field {
    return field.correction?.proposal ? steps.takeBack(field) : field;
  },
  keep({ stored, correction }: Field): Field {
    return { stored, correction: correction && withoutProposal(correction) };
  },
};

/** The rules in plain words: what the source says, what somebody said, and up to which word of the source they chose. */
class Twin {
  source = 'a';
  said: { value: string; known: string; byPerson: boolean } | undefined;
  get stored() {
    return this.said ? this.said.value : this.source;
  }
  get proposed() {
    const { said, source } = this;
    return said !== undefined && source !== said.known ? source : undefined;
  }
  do(step: keyof typeof steps, value: string) {
    const { said } = this;
    if (step === 'source') {
      this.source = value;
      if (said && !said.byPerson && value !== said.known) this.said = undefined;
      else if (said && value === said.value) said.known = value;
    } else if (step === 'person' || step === 'tool') {
      const byPerson = step === 'person';
      if (!byPerson && said?.byPerson) return;
      if (value === this.stored && (!byPerson || said?.byPerson !== false)) return;
      const known = said ? said.known : this.source;
      this.said = { value, byPerson, known: value === this.source ? value : known };
    } else if (step === 'keep') {
      if (said) said.known = this.source;
    } else if (step === 'takeBack' || this.proposed !== undefined) this.said = undefined;
  }
}

describe('A corrected field', () => {
  it('says what the rules say after any sequence of words', () => {
    const word = fc.record({
      step: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
      value: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const twin = new Twin();
        let field: Field = { stored: 'a', correction: undefined };
        for (const { step, value } of words) {
          field = steps[step](field, value);
          twin.do(step, value);
          expect(field.stored, step).to.equal(twin.stored);
          expect(field.correction?.proposal?.value, step).to.equal(twin.proposed);
          expect(field.correction && latestOfSource(field.correction), step).to.equal(
            twin.said && (twin.proposed ?? twin.said.known),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  const corrected = (now: unknown, value: unknown, field = 'name') =>
    correct({ ...REF, field, value }, { now, before: undefined, by: ana, at })!;

  it('keeps the moment at which the source first proposed what it proposes', () => {
    const first = hearSource(corrected('a', 'b'), 'c', { at: 'monday', source: 'dc' });
    const again = hearSource(first.correction!, 'c', { at: 'friday', source: 'dc' });
    expect(again.correction).to.deep.equal(first.correction);
  });

  it('knows lists and objects again, whatever the order of their keys', () => {
    const correction = corrected([{ number: '1', type: 'voice' }], []);
    const heard = hearSource(correction, [{ type: 'voice', number: '1', extension: undefined }], {
      at,
      source: 'dc',
    });
    expect(heard).to.deep.equal({ value: [], correction });
  });

  it('is hidden at once where its source hides it more, and only proposed where it hides it less', () => {
    const correction = corrected('hidden', 'partial', 'confidentiality');
    expect(hearSource(correction, 'public', { at, source: 'dc' }).value).to.equal('partial');
    expect(
      hearSource({ ...correction, sourceValue: 'public' }, 'hidden', { at, source: 'dc' }),
    ).to.deep.equal({
      value: 'hidden',
      correction: null,
    });
  });
});
