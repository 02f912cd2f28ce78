import { expect } from 'chai';
import { RECORD_KINDS } from '../../../core/corrections/correction.ts';
import { fieldValue } from '../../../core/corrections/field-value.ts';
import { FIELD_NAMES, shapeOf } from '../../../core/corrections/fields.ts';
import { isSame } from '../../../core/corrections/is-same.ts';
import { controlsOf } from '../../../web/parts/corrections/field-controls.ts';
import { draftOf, typedValue } from '../../../web/parts/corrections/field-drafts.ts';
import { aLocation, anOrganization, aPlace, aService } from '../../core/directory/records.ts';

const phones = [{ number: '308-555-0101', extension: '7', type: 'voice', languages: ['es'] }];
const RECORDS = {
  organization: anOrganization({ phones, email: 'a@example.org' }),
  service: aService({
    phones,
    languages: [{ name: 'Spanish', code: 'es', note: 'on Mondays' }],
    requiredDocuments: [{ document: 'A bill', uri: 'https://example.org' }],
    eligibility: { minimumAge: 5 },
  }),
  location: aLocation({ accessibility: [{ description: 'Ramp', url: 'https://example.org' }] }),
  'service-at-location': aPlace({ phones }),
};

describe('What is typed into a field', () => {
  for (const kind of RECORD_KINDS)
    it(`says what stood there where nobody touched it, of a ${kind}`, () => {
      for (const [field] of controlsOf(kind)) {
        const value = fieldValue(RECORDS[kind], field);
        const typed = typedValue(field, draftOf(field, value), value);
        expect(isSame(typed, value), field).to.equal(true);
      }
    });

  for (const kind of RECORD_KINDS)
    it(`is asked only for what can be corrected of a ${kind}`, () => {
      const fields = controlsOf(kind).map(([field]) => field as string);
      expect(FIELD_NAMES[kind]).to.include.members(fields);
    });

  it('keeps what a line says besides, and reads a new one', () => {
    const typed = typedValue('phones', { text: '308-555-0101 ext 7\n 308-555-0199 \n' }, phones);
    expect(typed).to.deep.equal([...phones, { number: '308-555-0199', languages: [] }]);
    expect(
      shapeOf('service', 'phones')!.safeParse(typedValue('phones', { text: 'soon' }, [])).success,
    ).to.equal(false);
  });

  it('is nothing where it is empty, and no age where it is no number', () => {
    expect(typedValue('email', { text: ' ' }, 'a@example.org')).to.equal(null);
    expect(typedValue('description', { text: ' ' }, 'Books')).to.equal('');
    expect(typedValue('ages', { minimum: '', maximum: '12' }, null)).to.deep.equal({
      minimum: null,
      maximum: 12,
      ask: false,
    });
    const wrong = typedValue('ages', { minimum: 'five', maximum: '' }, null);
    expect(shapeOf('service', 'ages')!.safeParse(wrong).success).to.equal(false);
  });

  it('changes the first address and leaves the others', () => {
    const [home, box] = [{ address1: '1 Mill Road', country: 'US' }, { address1: 'PO Box 7' }];
    expect(typedValue('addresses', { address1: '2 Mill Road', city: 'Alder' }, [home, box])).to.deep.equal([
      { country: 'US', address1: '2 Mill Road', city: 'Alder' },
      box,
    ]);
    expect(typedValue('addresses', { address1: '' }, [home, box])).to.deep.equal([box]);
  });
});
