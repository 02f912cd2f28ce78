import { useState } from 'preact/hooks';
import type { WebhookSettings, WebhookView } from '../../../core/webhooks/webhook.ts';
import { WEBHOOK_EVENTS } from '../../../core/webhooks/webhook-choices.ts';
import { findOrganizations } from '../../api/accounts.ts';
import { loadOrganization } from '../../api/directory.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { ScopePicker } from '../accounts/scope-picker.tsx';
import { Button } from '../button.tsx';
import { CheckField, TextField } from '../field.tsx';
import { ErrorSummary } from '../work/error-summary.tsx';
import { useWebhookWords } from './use-webhook-words.ts';
import {
  draftOf,
  settingsOf,
  type WebhookDraft,
  type WebhookErrors,
  webhookErrors,
} from './webhook-draft.ts';

interface WebhookFormProps {
  /** One that is changed; without it a new one. */
  webhook?: WebhookView;
  /** Saves it, or fails with a problem. */
  save(settings: WebhookSettings): Promise<unknown>;
  onCancel(): void;
}

/** A webhook as people set it up. What was typed stays where it is refused. */
export function WebhookForm({ webhook, save, onCancel }: WebhookFormProps) {
  const t = useWebhookWords();
  const [draft, setDraft] = useState(() => draftOf(webhook));
  const [errors, setErrors] = useState<WebhookErrors>({});
  const [failure, setFailure] = useState<string>();
  const [turn, setTurn] = useState(0);
  const set = (change: Partial<WebhookDraft>) => setDraft((last) => ({ ...last, ...change }));
  const refuse = (found: WebhookErrors, words?: string) => {
    setErrors(found);
    setFailure(words);
    setTurn((last) => last + 1);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = webhookErrors(draft);
    if (Object.keys(found).length > 0) return refuse(found);
    await save(settingsOf(draft)).catch((error: unknown) => {
      const problem = asProblem(error);
      const isAddress = problem.errors.some(({ path }) => path === 'address');
      refuse(isAddress ? { address: 'addressWrong' } : {}, isAddress ? undefined : problem.message);
    });
  };
  const said = Object.fromEntries(
    Object.entries(errors).map(([field, key]) => [field, t(key as NonNullable<WebhookErrors['name']>)]),
  );
  return (
    <form class="webhook-form stack no-print" noValidate onSubmit={submit}>
      <ErrorSummary title={t('summary')} errors={[...Object.values(said), failure]} turn={turn} />
      <TextField
        label={t('name')}
        value={draft.name}
        maxLength={100}
        error={said.name}
        onInput={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <TextField
        label={t('address')}
        hint={t('addressHelp')}
        type="url"
        value={draft.address}
        error={said.address}
        onInput={({ currentTarget }) => set({ address: currentTarget.value })}
      />
      <Events draft={draft} set={set} />
      {draft.events.includes('referral.changed') && <Whose draft={draft} set={set} />}
      <div class="row">
        <Button type="submit" look="primary">
          {webhook ? t('save') : t('add')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface PartProps {
  draft: WebhookDraft;
  set(change: Partial<WebhookDraft>): void;
}

function Events({ draft: { events }, set }: PartProps) {
  const t = useWebhookWords();
  return (
    <fieldset class="stack-tight">
      <legend>{t('events')}</legend>
      {WEBHOOK_EVENTS.map((event) => (
        <CheckField
          key={event}
          label={t(`event.${event}`)}
          checked={events.includes(event)}
          onChange={(on) =>
            set({ events: WEBHOOK_EVENTS.filter((each) => (each === event ? on : events.includes(each))) })
          }
        />
      ))}
    </fieldset>
  );
}

function Whose({ draft, set }: PartProps) {
  const t = useWebhookWords();
  return (
    <>
      <ScopePicker
        label={t('whose')}
        findLabel={t('whoseFind')}
        chosen={draft.organizationIds}
        find={findOrganizations}
        nameOf={async (id) => (await loadOrganization(id)).organization.name}
        onChange={(organizationIds) => set({ organizationIds })}
      />
      <p class="muted small">{t('whoseHelp')}</p>
    </>
  );
}
