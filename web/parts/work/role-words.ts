import type { Role } from '../../../core/accounts/role.ts';
import { workEn } from '../../text/work-en.ts';
import type { SayText } from './say.ts';

/** What people of a role do, in plain words; empty for a role that this page does not know. */
export function roleWords(role: string, t: SayText): string {
  const key = `role.${role as Role}` as const;
  return key in workEn ? t(key) : '';
}
