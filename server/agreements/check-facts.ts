import type { Agreement, AgreementFacts } from '../../core/agreements/agreement.ts';
import type { Deps } from '../deps.ts';
import { AppError, type FieldError } from '../http/app-error.ts';
import { listSchools } from '../schools/school-store.ts';

/** @throws AppError 400 where the facts name what is not there */
export async function checkFacts(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  districtId: string,
  { schoolIds, demands, promises }: AgreementFacts,
): Promise<void> {
  const schools = await listSchools(db);
  const known = new Set(schools.filter((school) => school.districtId === districtId).map(({ id }) => id));
  const kinds = new Set(rules.documents.map(({ code }) => code));
  const ids = promises.map(({ id }) => id);
  const errors: FieldError[] = [
    ...(schoolIds.every((id) => known.has(id))
      ? []
      : [{ path: 'schoolIds', message: 'must be schools of the district' }]),
    ...(demands.every((code) => kinds.has(code))
      ? []
      : [{ path: 'demands', message: 'must be kinds of documents' }]),
    ...(new Set(ids).size === ids.length ? [] : [{ path: 'promises', message: 'names one id twice' }]),
  ];
  if (errors.length > 0) throw new AppError(400, 'invalid-input', 'Some of the input is not right.', errors);
}

/** What has been delivered was delivered of something. @throws AppError 409 */
export function keepDelivered({ deliveries, promises }: Agreement, next: AgreementFacts): void {
  const kept = new Set(next.promises.map(({ id }) => id));
  const lost = promises.find(
    ({ id }) => !kept.has(id) && deliveries.some(({ promiseId }) => promiseId === id),
  );
  if (lost)
    throw new AppError(
      409,
      'promise-delivered',
      `“${lost.what}” cannot be taken out: some of it has been delivered. Change its quantity instead.`,
    );
}
