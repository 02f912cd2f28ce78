import { useId, useState } from 'preact/hooks';
import { findOffers } from '../../api/offers.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { TextField } from '../field.tsx';
import { StatusLine } from '../status-line.tsx';
import { useConsentText } from './use-consent-words.ts';

export interface ChosenOrganization {
  id: string;
  name: string;
}

interface OrganizationFieldProps {
  chosen: ChosenOrganization | null;
  onChoose(organization: ChosenOrganization): void;
  error?: string | undefined;
  /** Only who offers one of these. */
  terms?: readonly string[];
}

const SHORTEST = 2;
const MOST = 8;

/** Finds an organization by its name or by one of its services, and lets one be chosen. */
export function OrganizationField({ chosen, onChoose, error, terms = [] }: OrganizationFieldProps) {
  const t = useConsentText();
  const group = useId();
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const asked = words.length >= SHORTEST ? words : '';
  const found = useLoaded(
    asked ? `organizations ${asked} ${terms}` : null,
    (signal) => findOffers({ q: asked, terms, perPage: 50, sort: 'name' }, signal),
    { keepLast: true },
  );
  const others = asked ? organizationsOf(found.data?.items ?? []) : [];
  const shown = [...(chosen ? [chosen] : []), ...others.filter(({ id }) => id !== chosen?.id)].slice(0, MOST);
  return (
    <div class="organization-field">
      <TextField
        label={t('who.search')}
        hint={t('who.hint')}
        error={error}
        value={typed}
        autocomplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {shown.length > 0 && (
        <fieldset>
          <legend class="visually-hidden">{t('who.found')}</legend>
          {shown.map((organization) => (
            <label class="check-field" key={organization.id}>
              <input
                type="radio"
                name={group}
                checked={organization.id === chosen?.id}
                onChange={() => onChoose(organization)}
              />
              <span>{organization.name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <StatusLine hidden={others.length > 0 || !asked || !found.data}>
        {asked && found.data && others.length === 0 ? t('who.none', { words }) : ''}
      </StatusLine>
    </div>
  );
}

function organizationsOf(
  offers: readonly { organizationId: string; organizationName: string }[],
): ChosenOrganization[] {
  const names = new Map(
    offers.map(({ organizationId, organizationName }) => [organizationId, organizationName]),
  );
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}
