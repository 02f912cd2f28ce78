import { randomUUID } from 'node:crypto';
import type { Agreement, AgreementFacts } from '../../core/agreements/agreement.ts';
import { decide } from '../../core/policy/decide.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import type { Access } from '../http/route.ts';
import { listSchools } from '../schools/school-store.ts';
import { changeResource, mustAny, readingResources } from './agreement-resource.ts';
import { readAgreement } from './agreement-store.ts';

/** The agreement, if it is open for reading. */
export async function mustRead({ db }: Pick<Deps, 'db'>, id: string, access: Access): Promise<Agreement> {
  const [agreement, schools] = await Promise.all([readAgreement(db, id), listSchools(db)]);
  if (!agreement) throw notFound();
  await mustAny(access, readingResources(agreement, schools));
  return agreement;
}

/** The agreement, if all of it is open for a change. */
export async function mustChange({ db }: Pick<Deps, 'db'>, id: string, access: Access): Promise<Agreement> {
  const agreement = await readAgreement(db, id);
  if (!agreement) throw notFound();
  await access.must(changeResource(agreement));
  return agreement;
}

export function mayOf(account: Account | null, agreement: Agreement) {
  const { districtId, organizationId, stage } = agreement;
  const change = decide(account, 'agreements.change', changeResource(agreement)).allowed;
  const asPartner = decide(account, 'agreements.hand-in', { districtId, organizationId }).allowed;
  return { change, handIn: change || (asPartner && stage !== 'draft') };
}

export function newAgreement(
  given: AgreementFacts & Pick<Agreement, 'organizationId' | 'districtId' | 'renewalOf'>,
  { id: by }: Account,
  now: Date,
): Agreement {
  const made = { at: now.toISOString(), by, what: 'made' as const };
  return { id: randomUUID(), ...given, stage: 'draft', deliveries: [], history: [made], version: 1 };
}
