import { expect } from 'chai';
import { flatRows } from '../../../core/exports/flat-row.ts';

describe('flatRows', () => {
  it('names whom the sources of service, organization and place ask to name, each once', () => {
    const credit = (value: string) => ({ id: value, label: 'attribution', value });
    const [row] = flatRows({
      id: 's',
      name: 'Reading',
      attributes: [credit('© Mappers'), { id: 'a', label: 'opens', value: 'early' }],
      organization: { id: 'o', name: 'Library', attributes: [credit('© Mappers')] },
      service_at_locations: [{ id: 'x', location: { id: 'l', attributes: [credit('© County')] } }],
    });
    expect(row!.attribution).to.equal('© Mappers; © County');
  });
});
