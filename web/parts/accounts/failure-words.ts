import { Problem } from '../../api/problem.ts';
import type { SayAccounts } from './use-accounts-words.ts';

/** Why a change to an account was not made. */
export function failureWords(error: unknown, t: SayAccounts): string {
  if (!(error instanceof Problem) || error.status === 0) return t('offline');
  if (error.code === 'code-wrong') return t('code.wrong');
  if (error.code === 'password-wrong') return t('confirm.wrong');
  if (error.code === 'too-many-attempts') return t('code.tooMany');
  if (error.code === 'email-taken') return t('person.taken');
  if (error.code === 'out-of-scope') return t('person.outOfScope');
  if (error.code === 'own-account') return t('person.own');
  if (error.code === 'not-to-be-viewed') return t('viewAs.not');
  if (error.code === 'demo-account') return t('own.demo');
  return error.status === 400 ? error.message : t('failed');
}
