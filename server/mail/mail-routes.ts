import { accountResources } from '../accounts/account-resource.ts';
import { accountStore } from '../accounts/account-store.ts';
import type { Deps } from '../deps.ts';
import { readOrganizations } from '../directory/directory-store.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { listReferrals } from '../referrals/referral-store.ts';
import { MailList } from './mail-answers.ts';
import type { MailRecord } from './mail-collection.ts';
import { mailStore } from './mail-store.ts';

/** The administrator sees what became of this many. */
const SHOWN = 100;

type Named = { accountId?: string; name: string; email?: string };

/** Which mails wait, left or failed, and why. One whose account is not known (yet) is nobody's and not shown. */
export function mailRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/mails',
      summary: 'The mails that were sent or wait',
      action: 'accounts.read',
      returns: MailList,
      handle: async ({ access }) => {
        const latest = await mailStore(deps).latest(SHOWN);
        const nameOf = {
          account: await accountNames(deps, access),
          partner: await partnerNames(deps, access, latest),
        };
        const items = latest.flatMap(
          ({ id, kind, accountId = '', referral, status, createdAt, attempts, reason }) => {
            const named = referral ? nameOf.partner.get(referral.id) : nameOf.account.get(accountId);
            return named ? [{ id, kind, ...named, status, createdAt, attempts, reason }] : [];
          },
        );
        return { configured: deps.config.mail !== null, items, total: items.length };
      },
    }),
  ];
}

/** Of the accounts that the asker may see. */
async function accountNames({ db }: Deps, access: Access): Promise<Map<string, Named>> {
  const all = await accountStore(db).list();
  const resourceOf = await accountResources(
    db,
    all.map(({ grants }) => grants),
  );
  const open = all.filter(access.opens(({ grants }) => resourceOf(grants)));
  return new Map(open.map(({ id, name, email }) => [id, { accountId: id, name, email }]));
}

/** To which partner a mail about a referral went, by referral; nothing of whom it is about. */
async function partnerNames(
  { db }: Deps,
  access: Access,
  mails: readonly MailRecord[],
): Promise<Map<string, Named>> {
  const ids = mails.flatMap(({ referral }) => referral?.id ?? []);
  const found = ids.length > 0 ? await listReferrals(db, { ids }) : [];
  const open = found.filter(access.opens(({ districtId }) => ({ districtId })));
  const organizations = await readOrganizations(
    db,
    open.map(({ organizationId }) => organizationId),
  );
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  return new Map(open.map(({ id, organizationId }) => [id, { name: names.get(organizationId) ?? '' }]));
}
