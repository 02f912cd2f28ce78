import type { Agreement, AgreementEvent } from '../../core/agreements/agreement.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { replaceAgreement } from './agreement-store.ts';

/** Events that are kept in the agreement itself; the log keeps all. */
const MOST_EVENTS = 500;

/**
 * Writes an agreement's next version with what happened.
 * @throws AppError 409 `agreement-changed` where somebody else has changed it since it was read
 */
export async function changeAgreement(
  { db }: Pick<Deps, 'db'>,
  before: Agreement,
  changes: Partial<Agreement>,
  event: AgreementEvent,
): Promise<Agreement> {
  const history = [...before.history, event].slice(-MOST_EVENTS);
  const next: Agreement = { ...before, ...changes, history, version: before.version + 1 };
  if (!(await replaceAgreement(db, next))) throw agreementChanged();
  return next;
}

export function agreementChanged(): AppError {
  return new AppError(
    409,
    'agreement-changed',
    'Somebody else has changed this agreement in the meantime. Look at theirs first; yours is still here.',
  );
}
