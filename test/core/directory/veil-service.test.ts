import { expect } from 'chai';
import { buildOffer } from '../../../core/directory/build-offer.ts';
import type { Confidentiality, Location } from '../../../core/directory/service.ts';
import { offeredService, secretTraces, veiledService } from '../../../core/directory/veil-service.ts';
import { aLocation, anOrganization, aPlace, aService, smallTaxonomy } from './records.ts';

const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [-92.13, 38.65],
      [-92.12, 38.65],
      [-92.12, 38.66],
      [-92.13, 38.65],
    ] as [number, number][],
  ],
};

const house = (confidentiality: Confidentiality) =>
  aLocation({ id: 'quiet', name: 'Secrethouse', addresses: [{ address1: '77 Quietlane' }], confidentiality });

/** Every field in which the street may stand. */
const talkative = aService({
  description: 'Beds for a night. Come to 77 Quietlane.',
  applicationProcess: 'Ring at Quietlane.',
  feesDescription: 'Free. Bus to Quietlane $1.',
  alert: 'Quietlane is closed.',
  licenses: 'For 77 Quietlane',
  accreditations: 'Quietlane',
  assurerEmail: 'jane@quietlane.example.org',
  eligibility: { residenceRequired: true, description: 'Who lives by Quietlane' },
  schedules: [{ description: 'Doors at Quietlane at six' }],
  serviceAreas: [{ name: 'County', extent: square, description: 'around Quietlane' }],
  requiredDocuments: [{ document: 'A letter to 77 Quietlane' }],
  phones: [{ number: '+1 555 0100', description: 'rings at Quietlane' }],
  contacts: [{ name: 'Jane Roe', title: 'Night desk', email: 'jane@example.org' }],
  attributes: [{ label: 'map', value: 'Quietlane' }],
  metadata: [{ field: 'description', previousValue: '77 Quietlane' }],
  funding: [{ source: 'Friends of Quietlane' }],
});

function veiled(locations: readonly Location[]) {
  const traces = secretTraces(talkative, 'Safe Ways', locations);
  return traces && veiledService(talkative, traces);
}

describe('A service of which a place must not be found', () => {
  it('tells its street in no field, draws no area and names nobody', () => {
    for (const level of ['partial', 'hidden'] as const) {
      const shown = JSON.stringify(veiled([aLocation(), house(level)]));
      expect(shown).not.to.match(/quietlane|92\.1|jane/i);
      expect(shown).to.include('Beds for a night.').and.to.include('555 0100').and.to.include('Night desk');
    }
  });

  it('is shown as it is where all its places may be found', () => {
    expect(veiled([aLocation(), house('public')])).to.equal(undefined);
    expect(offeredService(talkative, 'Safe Ways', [house('public')])).to.equal(talkative);
  });

  it('is not found by its street in the offers of its other places either', () => {
    const [open, secret] = [aLocation(), house('hidden')];
    const service = offeredService(talkative, 'Safe Ways', [open, secret]);
    const offers = [open, secret].map((location) =>
      buildOffer(
        { place: aPlace(), service, location, organization: anOrganization() },
        { taxonomy: smallTaxonomy, today: '2026-03-02' },
      ),
    );
    expect(JSON.stringify(offers)).not.to.match(/quietlane/i);
    expect(offers[0]!.residenceAreas).to.deep.equal([square]);
    expect(offers[1]!.residenceAreas).to.deep.equal([]);
  });

  it('may say the name of a partly confidential place, but not that of a hidden one', () => {
    const service = aService({ description: 'Beds. Welcome to Secrethouse.' });
    const text = (level: Confidentiality) => offeredService(service, 'Safe Ways', [house(level)]).description;
    expect([text('partial'), text('hidden')]).to.deep.equal(['Beds. Welcome to Secrethouse.', 'Beds.']);
  });
});
