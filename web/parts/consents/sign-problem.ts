import { Problem } from '../../api/problem.ts';
import type { ConsentText } from './use-consent-words.ts';

/** Why a consent was not recorded, in the reader's words. */
export function signProblem(error: unknown, t: ConsentText): string[] {
  if (!(error instanceof Problem)) return [t('failed')];
  if (error.code === 'other-text') return [t('otherText')];
  const said = error.errors.map(({ path }) => {
    if (path === 'signedAt' || path === 'expiresAt' || path === 'method') return t(`problem.${path}`);
    return path.startsWith('signer') ? t('problem.signer') : t('failed');
  });
  return said.length > 0 ? [...new Set(said)] : [t('failed')];
}
