import { expect } from 'chai';
import { mapColumns } from '../../../core/imports/columns.ts';
import { NEEDED_FIELDS } from '../../../core/imports/known-columns.ts';
import {
  beginDraft,
  choose,
  comparedColumns,
  KEPT,
  LEFT_OUT,
  mappingOf,
  missingFields,
  NO_TERM,
} from '../../../core/imports/mapping-draft.ts';

const KNOWN = { name: ['title'], city: ['town'], phone: ['tel'] };
const HEADERS = ['Title', 'Town', 'Other'];

describe('A draft of a mapping', () => {
  it('begins with what the names of columns say, and with what is remembered before that', () => {
    expect(beginDraft(HEADERS, KNOWN).choices).to.deep.equal(['name', 'city', KEPT]);
    const remembered = {
      columns: { phone: 'Other', city: '' },
      everyRow: { city: 'Tulsa' },
      leftOut: ['title'],
      terms: [
        { name: 'Food', to: ['food'] },
        { name: 'Odd', to: [] },
      ],
    };
    const draft = beginDraft(HEADERS, KNOWN, remembered);
    expect(draft.choices).to.deep.equal([LEFT_OUT, KEPT, 'phone']);
    expect(draft.terms).to.deep.equal({ Food: 'food', Odd: NO_TERM });
    expect(mappingOf(draft, HEADERS, KNOWN)).to.deep.include({
      everyRow: { city: 'Tulsa' },
      leftOut: ['Title'],
      terms: remembered.terms,
      headers: HEADERS,
    });
  });

  it('is read by an import exactly as it was chosen, and not guessed again', () => {
    let draft = beginDraft(HEADERS, KNOWN);
    draft = choose(draft, 2, 'name');
    expect(draft.choices).to.deep.equal([KEPT, 'city', 'name']);
    draft = choose(draft, 1, KEPT);
    const { columns } = mappingOf(draft, HEADERS, KNOWN);
    expect([...mapColumns(HEADERS, KNOWN, columns)]).to.deep.equal([['name', 2]]);
    expect(columns.city).to.equal('');
  });

  it('says which needed field is missing, unless every row has it', () => {
    const needed = NEEDED_FIELDS['directory-table'];
    const draft = { choices: [KEPT], everyRow: {}, terms: {} };
    expect(missingFields(draft, needed)).to.deep.equal([['service_name', 'organization_name']]);
    expect(missingFields({ ...draft, choices: ['service_name'] }, needed)).to.deep.equal([]);
    expect(missingFields({ ...draft, everyRow: { organization_name: 'Us' } }, needed)).to.deep.equal([]);
  });

  it('says which used column is gone from a file, and which is new', () => {
    const remembered = { columns: { name: 'title', city: 'Place', phone: '' }, headers: ['Title', 'Place'] };
    expect(comparedColumns(HEADERS, remembered)).to.deep.equal({ gone: ['Place'], fresh: ['Town', 'Other'] });
    expect(comparedColumns(HEADERS, { columns: {}, headers: [] })).to.deep.equal({ gone: [], fresh: [] });
  });
});
