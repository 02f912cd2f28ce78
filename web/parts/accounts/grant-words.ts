import type { RoleGrant } from '../../../core/accounts/role.ts';
import type { SayAccounts } from './use-accounts-words.ts';

/** "Coordinator: Cedar Hollow Elementary", "Partner organization: 2 organizations". */
export function grantWords(
  grant: RoleGrant,
  schoolName: (id: string) => string | undefined,
  t: SayAccounts,
): string {
  const { role, districtId, schoolIds, organizationIds, studentIds } = grant;
  const schools = schoolIds.map(schoolName).filter((name) => name !== undefined);
  const parts = [
    schools.length > 0 && schools.length <= 2
      ? schools.join(', ')
      : schoolIds.length > 0 && t('scope.schools', { n: schoolIds.length }),
    organizationIds.length > 0 && t('scope.organizations', { n: organizationIds.length }),
    studentIds.length > 0 && t('scope.students', { n: studentIds.length }),
  ].filter((part) => typeof part === 'string');
  const whole = districtId === undefined ? t('scope.everywhere') : t('person.wholeDistrict');
  return `${t(`role.${role}`)}: ${parts.length > 0 ? parts.join(', ') : whole}`;
}
