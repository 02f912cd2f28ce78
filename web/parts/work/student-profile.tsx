import type { ComponentChildren } from 'preact';
import type { Urgency } from '../../../core/students/student.ts';
import type { NamedStudent } from '../../../core/students/student-identity.ts';
import { useSetting } from '../../state/config.tsx';
import { DomainBadge } from '../chip.tsx';
import { CircumstancesList } from './circumstances-list.tsx';
import { ContactList } from './contact-list.tsx';
import { useWork } from './use-work.ts';
import { WishWeight } from './wish-weight.tsx';

/** What is known of a student: needs, loves, free times, ways to travel, and whom to call. */
export function StudentProfile({ student }: { student: NamedStudent }) {
  const { t, say } = useWork();
  const needs = [...student.needs].sort((a, b) => b.urgency - a.urgency);
  const interests = [...student.interests].sort((a, b) => b.strength - a.strength);
  return (
    <dl class="profile">
      <Fact label={t('student.needs')}>
        <Wishes kind="need" wishes={needs.map(({ term, urgency }) => ({ term, weight: urgency }))} />
      </Fact>
      <Fact label={t('student.loves')}>
        <Wishes
          kind="interest"
          wishes={interests.map(({ term, strength }) => ({ term, weight: strength }))}
        />
      </Fact>
      <Fact label={t('student.free')}>
        {student.freeTimes.length > 0 ? say.spans(student.freeTimes) : t('student.freeUnknown')}
      </Fact>
      <Fact label={t('student.travels')}>{say.list(student.travelModes.map((mode) => t(`by.${mode}`)))}</Fact>
      <Fact label={t('student.contacts')}>
        <ContactList contacts={student.contacts} />
      </Fact>
      {student.circumstances && (
        <Fact label={t('student.circumstances')} unprinted>
          <CircumstancesList circumstances={student.circumstances} />
        </Fact>
      )}
      {student.notes && (
        <Fact label={t('student.notes')}>
          <p class="student-notes">{student.notes}</p>
        </Fact>
      )}
    </dl>
  );
}

/** `unprinted`: paper goes to people who may not see it. */
function Fact({
  label,
  unprinted = false,
  children,
}: {
  label: string;
  unprinted?: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class={unprinted ? 'no-print' : ''}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Wishes({
  kind,
  wishes,
}: {
  kind: 'need' | 'interest';
  wishes: readonly { term: string; weight: Urgency }[];
}) {
  const { t, term } = useWork();
  const { terms } = useSetting();
  if (wishes.length === 0) return <span class="muted">{t('student.noneNoted')}</span>;
  return (
    <ul class="plain-list profile-wishes">
      {wishes.map((wish) => (
        <li key={wish.term}>
          <DomainBadge domain={terms.domainOf(wish.term)} size={18} /> {term(wish.term)}{' '}
          <WishWeight kind={kind} weight={wish.weight} />
        </li>
      ))}
    </ul>
  );
}
