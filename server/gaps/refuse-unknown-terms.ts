import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';

/** @throws AppError `unknown-term`, with the place of each that the taxonomy does not have */
export function refuseUnknownTerms({ rules }: Pick<Deps, 'rules'>, terms: readonly string[]): void {
  const errors = terms.flatMap((term, index) =>
    rules.taxonomy.get(term) ? [] : [{ path: `terms.${index}`, message: `There is no term "${term}".` }],
  );
  if (errors.length > 0)
    throw new AppError(400, 'unknown-term', 'Some of the terms are not in the taxonomy.', errors);
}
