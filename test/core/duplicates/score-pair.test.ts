import { expect } from 'chai';
import { directoryComparables } from '../../../core/duplicates/directory-comparables.ts';
import { duplicateFinder } from '../../../core/duplicates/duplicate-finder.ts';
import { DuplicateRules } from '../../../core/duplicates/duplicate-rules.ts';
import { directory, duplicateRules, location, organization, service } from './duplicate-data.ts';

const hope = { website: 'https://hope.example.org', phones: [{ number: '(202) 555-0101' }] };

/** Others, so that what two have in common is not common. */
const others = Array.from({ length: 40 }, (_, n) =>
  organization(`z${n}`, `Partner number${n} quite${n}`, { phones: [{ number: `202555${1000 + n}` }] }),
);

type Named = { name: string; website?: string; phones?: { number: string }[] };

function compareOrganizations(a: Named, b: Named) {
  const organizations = [organization('a', a.name, a), organization('b', b.name, b), ...others];
  const finder = duplicateFinder(
    'organization',
    directoryComparables('organization', directory({ organizations }), duplicateRules),
    duplicateRules,
  );
  return finder.score([0, 1]);
}

describe('how probable it is that two records are one', () => {
  it('rises with what they have in common, and says so in reasons', () => {
    const { probability, reasons } = compareOrganizations(
      { name: 'Academy of Hope', ...hope },
      { name: 'Academy of Hopes', ...hope },
    );
    expect(probability).to.be.above(0.99);
    expect(reasons.map(({ field, level }) => `${field} ${level}`)).to.deep.equal([
      'name alike',
      'phone same',
      'web same',
    ]);
    for (const { bits } of reasons) expect(bits).to.be.above(0);
  });

  it('falls with what differs, and what nobody told says nothing', () => {
    const alike = compareOrganizations({ name: 'Academy of Hope' }, { name: 'Academy of Hope' });
    const apart = compareOrganizations(
      { name: 'Academy of Hope', ...hope },
      { name: 'Academy of Hope', website: 'https://other.example.com', phones: [{ number: '202-555-0199' }] },
    );
    expect(alike.reasons).to.have.length(1);
    expect(apart.probability).to.be.below(alike.probability);
    expect(apart.reasons.filter(({ bits }) => bits < 0).map(({ field }) => field)).to.deep.equal([
      'phone',
      'web',
    ]);
  });

  it('does not take numbers for typing errors', () => {
    const { reasons } = compareOrganizations({ name: 'Engine 15 Station' }, { name: 'Engine 16 Station' });
    expect(reasons[0]).to.deep.include({ field: 'name', level: 'other' });
  });

  it('knows an acronym', () => {
    const { reasons } = compareOrganizations({ name: 'Child Family Agency' }, { name: 'CFA' });
    expect(reasons[0]).to.deep.include({ field: 'name', level: 'alike' });
  });

  it('gives less for a telephone that many have', () => {
    const number = { phones: [{ number: '202-555-0101' }] };
    const rare = [organization('a', 'One', number), organization('b', 'Two', number), ...others];
    const common = rare.map((one, n) =>
      n < 12 ? { ...one, ...organization(one.id, one.name, number) } : one,
    );
    const [few, many] = [rare, common].map((organizations) => {
      const compared = directoryComparables('organization', directory({ organizations }), duplicateRules);
      return duplicateFinder('organization', compared, duplicateRules).score([0, 1]);
    });
    const bitsOf = (score: typeof few) => score!.reasons.find(({ field }) => field === 'phone')!.bits;
    expect(bitsOf(many)).to.be.below(bitsOf(few) - 2);
  });

  it('tells two services of one house apart, and the same of one apart from itself', () => {
    const given = { phones: [{ number: '202-555-0101' }], url: 'https://hope.example.org' };
    const services = [
      service('a', 'o', 'Food Pantry', given),
      service('b', 'o', 'Clothing Closet', given),
      service('c', 'o', 'Food Pantry - Hope House', given),
      ...Array.from({ length: 30 }, (_, n) => service(`z${n}`, `p${n}`, `Tutoring number${n}`)),
    ];
    const organizations = [organization('o', 'Hope House')];
    const compared = directoryComparables('service', directory({ services, organizations }), duplicateRules);
    const finder = duplicateFinder('service', compared, duplicateRules);
    expect(finder.score([0, 1]).probability).to.be.below(0.1);
    expect(finder.score([0, 2]).probability).to.be.above(0.8);
  });

  it('does not let a point nearby outweigh another house number', () => {
    const at = (id: string, address1: string, lat: number) =>
      location(id, `Site ${id}`, {
        addresses: [{ address1 }],
        point: { type: 'Point', coordinates: [-77, lat] },
      });
    const locations = [
      at('a', '100 Mill Road', 38.9),
      at('b', '110 Mill Road', 38.9001),
      at('c', '100 Mill Rd', 38.9001),
    ];
    const compared = directoryComparables('location', directory({ locations }), duplicateRules);
    const finder = duplicateFinder('location', compared, { ...duplicateRules, largestBlock: 10 });
    const bits = (pair: [number, number]) =>
      finder
        .score(pair)
        .reasons.filter(({ field }) => field === 'street' || field === 'distance')
        .map(({ level }) => level);
    expect([bits([0, 1]), bits([0, 2])]).to.deep.equal([
      ['other-number', 'here'],
      ['same', 'here'],
    ]);
    expect(finder.score([0, 2]).probability).to.be.above(finder.score([0, 1]).probability);
  });
});

describe('data/duplicates/rules.json', () => {
  it('is refused where a level is missing or unknown', () => {
    const wrong = structuredClone(duplicateRules) as {
      kinds: { service: { fields: Record<string, object> } };
    };
    delete (wrong.kinds.service.fields.name as Record<string, unknown>).alike;
    wrong.kinds.service.fields.colour = { same: { m: 0.5, u: 0.1 } };
    const { error } = DuplicateRules.safeParse(wrong);
    expect(error?.issues.map(({ message }) => message)).to.deep.equal([
      'service.name wants the levels same, alike, within, partly, other',
      'service.colour wants the levels ',
    ]);
  });
});
