import { expect } from 'chai';
import type { Role, RoleGrant } from '../../../core/accounts/role.ts';
import {
  mayEditStudentsOf,
  mayForgetStudentsOf,
  mayMatchDistrict,
  mayMatchSchool,
  maySeeStudentsOf,
} from '../../../web/parts/work/may.ts';

function grant(role: Role, schoolIds: string[] = []): RoleGrant[] {
  return [{ role, schoolIds, organizationIds: [], studentIds: [] }];
}

const cedar = { id: 'cedar', districtId: 'meadowlark' };
const willow = { id: 'willow', districtId: 'meadowlark' };

describe('Which controls a person is shown', () => {
  it('shows a coordinator everything of the own school and nothing of another', () => {
    const rosa = grant('coordinator', ['cedar']);
    for (const may of [maySeeStudentsOf, mayEditStudentsOf, mayMatchSchool]) {
      expect(may(rosa, cedar)).to.equal(true);
      expect(may(rosa, willow)).to.equal(false);
    }
    expect(mayMatchDistrict(rosa, 'meadowlark')).to.equal(false);
  });

  it('lets staff read, not change', () => {
    const dale = grant('staff', ['cedar']);
    expect(maySeeStudentsOf(dale, cedar)).to.equal(true);
    expect(mayEditStudentsOf(dale, cedar) || mayMatchSchool(dale, cedar)).to.equal(false);
  });

  it('lets a district leader match everywhere and change no student', () => {
    const walter = grant('district-leader');
    expect(mayMatchDistrict(walter, 'meadowlark') && mayMatchSchool(walter, cedar)).to.equal(true);
    expect(mayEditStudentsOf(walter, cedar)).to.equal(false);
  });

  it('lets only an administrator forget students, and only those of the own district', () => {
    const [own] = grant('administrator');
    expect(mayForgetStudentsOf([{ ...own!, districtId: 'meadowlark' }], cedar)).to.equal(true);
    expect(mayForgetStudentsOf([{ ...own!, districtId: 'elsewhere' }], cedar)).to.equal(false);
    for (const role of ['coordinator', 'district-leader', 'staff'] as const)
      expect(mayForgetStudentsOf(grant(role, ['cedar']), cedar)).to.equal(false);
  });

  it('shows nothing to people without a grant', () => {
    expect(maySeeStudentsOf([], cedar) || mayMatchDistrict([], 'meadowlark')).to.equal(false);
  });
});
