import type { Role, RoleGrant } from '../../../core/accounts/role.ts';
import { findOrganizations } from '../../api/accounts.ts';
import { loadOrganization } from '../../api/directory.ts';
import { loadStudent, searchStudents } from '../../api/students.ts';
import { useSetting } from '../../state/config.tsx';
import { Button } from '../button.tsx';
import { CheckField, SelectField } from '../field.tsx';
import { emptyGrant, ROLES_TO_GIVE, scopeOf } from './person-draft.ts';
import { type Choice, ScopePicker } from './scope-picker.tsx';
import { useAccountsWords } from './use-accounts-words.ts';

interface GrantEditorProps {
  grant: RoleGrant;
  onChange(grant: RoleGrant): void;
  onRemove(): void;
}

/** One role: which, what it may do in plain words, and what it is held for. */
export function GrantEditor({ grant, onChange, onRemove }: GrantEditorProps) {
  const t = useAccountsWords();
  const kind = scopeOf(grant.role);
  const change = (part: Partial<RoleGrant>) => onChange({ ...grant, ...part });
  return (
    <div class="grant stack-tight">
      <SelectField
        label={t('person.role')}
        hint={t(`may.${grant.role}`)}
        value={grant.role}
        options={ROLES_TO_GIVE.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={(role) => onChange(emptyGrant(role as Role, grant.districtId))}
      />
      {kind === 'schools' && (
        <SchoolChoice chosen={grant.schoolIds} onChange={(schoolIds) => change({ schoolIds })} />
      )}
      {kind === 'organizations' && (
        <ScopePicker
          label={t('person.organizations')}
          findLabel={t('person.findOrganization')}
          chosen={grant.organizationIds}
          find={findOrganizations}
          nameOf={async (id) => (await loadOrganization(id)).organization.name}
          onChange={(organizationIds) => change({ organizationIds })}
        />
      )}
      {kind === 'students' && (
        <ScopePicker
          label={t('person.students')}
          findLabel={t('person.findStudent')}
          chosen={grant.studentIds}
          find={findStudents}
          nameOf={async (id) => (await loadStudent(id)).student.localId}
          onChange={(studentIds) => change({ studentIds })}
        />
      )}
      <div>
        <Button look="quiet" onClick={onRemove}>
          {t('person.removeRole')}
        </Button>
      </div>
    </div>
  );
}

/** What is typed about a student travels in the body (api/students.ts). */
async function findStudents(typed: string): Promise<Choice[]> {
  const { items } = await searchStudents({ q: typed });
  return items.map(({ id, localId }) => ({ id, name: localId }));
}

function SchoolChoice({ chosen, onChange }: { chosen: readonly string[]; onChange(ids: string[]): void }) {
  const t = useAccountsWords();
  const { schools } = useSetting();
  return (
    <fieldset class="scope-picker">
      <legend>{t('person.schools')}</legend>
      <div class="school-choice">
        {schools.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
        ))}
      </div>
    </fieldset>
  );
}
