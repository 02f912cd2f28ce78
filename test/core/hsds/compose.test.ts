import { expect } from 'chai';
import fc from 'fast-check';
import { basicLocation, fullLocation } from '../../../core/hsds/compose-location.ts';
import { basicOrganization, fullOrganization } from '../../../core/hsds/compose-organization.ts';
import { basicService, fullService } from '../../../core/hsds/compose-service.ts';
import {
  basicServiceAtLocation,
  fullServiceAtLocation,
} from '../../../core/hsds/compose-service-at-location.ts';
import { HSDS_PROFILE } from '../../../core/hsds/profile.ts';
import { createVocabulary } from '../../../core/hsds/vocabulary.ts';
import { hasHsdsReference, hsdsValidator } from '../../support/hsds-schema.ts';
import { aService, smallTaxonomy } from '../directory/records.ts';
import { nameUuid } from './name-uuid.ts';
import { oddLink, oddLocation, oddOrganization, oddService } from './odd-contents.ts';

const vocabulary = createVocabulary(nameUuid, smallTaxonomy);
const profile = new Set(HSDS_PROFILE.fields.map(({ field }) => field));

describe('What is told in HSDS', () => {
  it('has the fields and formats of HSDS, and else only those of our profile, whatever records hold', function () {
    if (!hasHsdsReference) this.skip();
    const faultsIn = (schema: string, value: unknown) => hsdsValidator(`compiled/${schema}`, profile)(value);
    fc.assert(
      fc.property(
        oddOrganization,
        oddService,
        oddLocation,
        oddLink,
        (organization, service, location, link) => {
          const given = { service, organization };
          const places = [
            fullServiceAtLocation(nameUuid, link, { location: fullLocation(nameUuid, location) }),
          ];
          const whole = fullService(nameUuid, vocabulary, given, places);
          const locations = [fullLocation(nameUuid, location)];
          const faults = [
            ...faultsIn('service', whole),
            ...faultsIn('service_list', basicService(nameUuid, given)),
            ...faultsIn('organization', fullOrganization(nameUuid, organization, locations, [whole])),
            ...faultsIn('organization_list', basicOrganization(organization)),
            ...faultsIn(
              'service_at_location',
              fullServiceAtLocation(nameUuid, link, {
                service: fullService(nameUuid, vocabulary, given, []),
              }),
            ),
            ...faultsIn(
              'service_at_location_list',
              basicServiceAtLocation(link, {
                location: basicLocation(location),
                service: basicService(nameUuid, given),
              }),
            ),
          ];
          expect(faults.join('\n')).to.equal('');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps what HSDS has no format for in words', () => {
    const { url, as_told } = basicService(nameUuid, {
      service: aService({ url: 'ask at the desk', email: 'a@b.org' }),
    });
    expect(url).to.equal(undefined);
    expect(as_told).to.deep.equal({ url: 'ask at the desk' });
  });

  it('never counts places of which it is not known how many are free', () => {
    const capacities = [
      { unit: 'beds', maximum: 4, updated: '2026-01-05T12:00:00Z' },
      { unit: 'beds', available: 0, updated: '2026-01-05T12:00:00Z' },
    ];
    const told = fullService(nameUuid, vocabulary, { service: aService({ capacities }) }, []);
    expect(told.capacities).to.have.lengthOf(1);
    expect(told.capacities).to.have.nested.property('[0].available', 0);
    expect(told.incomplete_capacities).to.have.nested.property('[0].maximum', 4);
  });

  it('tells a yearly day apart from what is every week', () => {
    const schedules = [
      { freq: 'YEARLY' as const, byday: [], dtstart: '2026-12-24', opensAt: '10:00', closesAt: '12:00' },
      { freq: 'WEEKLY' as const, byday: ['MO'], opensAt: '10:00', closesAt: '12:00' },
    ];
    const told = fullService(nameUuid, vocabulary, { service: aService({ schedules }) }, []);
    expect(told.schedules).to.have.lengthOf(1);
    expect(told.schedules).to.have.nested.property('[0].byday', 'MO');
    expect(told.other_schedules).to.have.nested.property('[0].freq', 'YEARLY');
  });

  it('does not tell our terms twice when an export of ours has come back', () => {
    const sourceTerms = [{ taxonomy: 'Trellis whole child', code: 'reading-tutoring', name: 'Reading help' }];
    const told = fullService(nameUuid, vocabulary, { service: aService({ sourceTerms }) }, []);
    expect(told.attributes).to.have.lengthOf(1);
  });
});
