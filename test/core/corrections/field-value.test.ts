import { expect } from 'chai';
import { RECORD_KINDS } from '../../../core/corrections/correction.ts';
import { fieldValue, withFieldValue } from '../../../core/corrections/field-value.ts';
import { FIELD_NAMES, shapeOf } from '../../../core/corrections/fields.ts';
import { isSame } from '../../../core/corrections/is-same.ts';
import { Location, Organization, Service, ServiceAtLocation } from '../../../core/directory/service.ts';
import { aLocation, anOrganization, aPlace, aService } from '../directory/records.ts';

const RECORDS = {
  organization: { shape: Organization, record: anOrganization() },
  service: {
    shape: Service,
    record: aService({ eligibility: { minimumAge: 5, unknown: ['age', 'income'] } }),
  },
  location: { shape: Location, record: aLocation() },
  'service-at-location': { shape: ServiceAtLocation, record: aPlace() },
};

describe('The fields that can be corrected', () => {
  for (const kind of RECORD_KINDS)
    it(`write what they read of a ${kind}`, () => {
      const { shape, record } = RECORDS[kind];
      for (const field of FIELD_NAMES[kind]) {
        const value = fieldValue(record, field);
        expect(shapeOf(kind, field)!.safeParse(value).success, field).to.equal(true);
        expect(isSame(shape.parse(withFieldValue(record, field, value)), record), field).to.equal(true);
      }
    });

  it('are no others, whatever an object has by itself', () => {
    for (const field of ['id', 'source', 'organizationId', 'constructor', '__proto__', 'schedules'])
      expect(shapeOf('service', field), field).to.equal(undefined);
  });

  it('change the ages of a service and nothing else of whom it takes', () => {
    const ages = { minimum: null, maximum: 12, ask: false };
    const { eligibility } = withFieldValue(RECORDS.service.record, 'ages', ages);
    expect(eligibility).to.deep.equal({ maximumAge: 12, unknown: ['income'] });
  });

  it('take a point with its quality, and take both away together', () => {
    const gone = withFieldValue(aLocation(), 'point', { pointQuality: 'missing' });
    expect(gone).to.deep.include({ point: undefined, pointQuality: 'missing' });
    expect(fieldValue(gone, 'point')).to.deep.equal({ pointQuality: 'missing' });
  });

  const wrong: [string, unknown][] = [
    ['name', ' '],
    ['email', 'ask Ann'],
    ['url', 'javascript:alert(1)'],
    ['phones', [{ number: '854', languages: [] }]],
    ['ages', { minimum: 12, maximum: 6, ask: false }],
    ['status', 'open'],
    ['description', null],
  ];
  for (const [field, value] of wrong)
    it(`refuse ${JSON.stringify(value)} as ${field}`, () => {
      expect(shapeOf('service', field)!.safeParse(value).success).to.equal(false);
    });
});
