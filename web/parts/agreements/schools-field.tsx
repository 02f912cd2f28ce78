import { useSetting } from '../../state/config.tsx';
import { useSession } from '../../state/session.tsx';
import { CheckField } from '../field.tsx';
import { mayChangeAgreements } from '../work/may.ts';
import type { AgreementDraft } from './agreement-draft.ts';
import { useAgreements } from './use-agreements.ts';

interface SchoolsFieldProps {
  draft: Pick<AgreementDraft, 'whole' | 'schoolIds'>;
  onChange(part: Partial<AgreementDraft>): void;
  error: string | undefined;
}

/** For which schools: one's own, or for who leads the district all of them as one. */
export function SchoolsField({ draft: { whole, schoolIds }, onChange, error }: SchoolsFieldProps) {
  const { t } = useAgreements();
  const { schools, config } = useSetting();
  const grants = useSession().account?.grants ?? [];
  const districtId = config?.district?.id;
  const own = schools.filter((school) => mayChangeAgreements(grants, school.districtId, [school.id]));
  return (
    <fieldset aria-invalid={error ? true : undefined} tabIndex={error ? -1 : undefined}>
      <legend>{t('for')}</legend>
      {mayChangeAgreements(grants, districtId, []) && (
        <CheckField label={t('form.whole')} checked={whole} onChange={(is) => onChange({ whole: is })} />
      )}
      {!whole &&
        own.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            checked={schoolIds.includes(id)}
            onChange={(is) =>
              onChange({ schoolIds: is ? [...schoolIds, id] : schoolIds.filter((other) => other !== id) })
            }
          />
        ))}
      {error && <p class="field-error">{error}</p>}
    </fieldset>
  );
}
