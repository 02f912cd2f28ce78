import { randomUUID } from 'node:crypto';
import type { Agreement, AgreementFacts } from '../../core/agreements/agreement.ts';
import { dayNumber, isoDate } from '../../core/schedule/calendar-day.ts';
import { accountStore } from '../../server/accounts/account-store.ts';
import { insertAgreement, insertDocument, listAgreements } from '../../server/agreements/agreement-store.ts';
import { newAgreement } from '../../server/agreements/open-agreement.ts';
import type { Deps } from '../../server/deps.ts';

interface DemoSides {
  districtId: string;
  schoolId: string;
  organizationId: string;
}

/**
 * One agreement in force whose insurance ends soon, so that a newcomer sees the warning from the school's side and from
 * the partner's. Days count from today.
 */
export async function makeDemoAgreement(
  deps: Deps,
  { districtId, schoolId, organizationId }: DemoSides,
): Promise<void> {
  const coordinator = await accountStore(deps.db).findByEmail('coordinator@demo.example');
  if (!coordinator || (await listAgreements(deps.db)).length > 0) return;
  const now = deps.clock();
  const today = dayNumber(now.toISOString().slice(0, 10));
  const inDays = (days: number) => isoDate(today + days);
  const [at, by] = [now.toISOString(), coordinator.id];
  const facts: AgreementFacts = {
    title: 'Reading tutors for this school year',
    schoolIds: [schoolId],
    startsOn: inDays(-90),
    endsOn: inDays(210),
    promises: [
      {
        id: 'hours',
        kind: 'people',
        what: 'Volunteer tutors',
        quantity: 400,
        unit: 'hours',
        by: inDays(200),
      },
      {
        id: 'books',
        kind: 'funding',
        what: 'Books for every reader',
        quantity: 600,
        unit: 'dollars',
        by: inDays(-5),
      },
    ],
    demands: ['liability-insurance', 'background-checks'],
    contacts: [{ side: 'partner', name: 'Priya Raman', role: 'Volunteer lead', phone: '308-555-0170' }],
    note: 'Tutors come Tuesdays and Thursdays. The library room is open to them from 3 pm.',
  };
  const agreement: Agreement = {
    ...newAgreement({ ...facts, districtId, organizationId }, coordinator, now),
    stage: 'signed',
    deliveries: [{ id: randomUUID(), promiseId: 'hours', quantity: 132, on: inDays(-10), by, at }],
  };
  agreement.history.push({ at, by, what: 'signed' });
  await insertAgreement(deps.db, agreement);
  const papers = { organizationId, districtId, state: 'accepted', handedInAt: at, handedInBy: by } as const;
  const checked = { checkedAt: at, checkedBy: by };
  for (const [kind, validUntil] of [
    ['liability-insurance', inDays(25)],
    ['background-checks', inDays(300)],
  ] as const)
    await insertDocument(deps.db, { id: randomUUID(), kind, validUntil, ...papers, ...checked });
}
