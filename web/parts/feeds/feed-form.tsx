import { useState } from 'preact/hooks';
import type { FeedView } from '../../../core/feeds/feed.ts';
import { FEED_KINDS, FEED_RULES } from '../../../core/feeds/feed-choices.ts';
import { addFeed, changeFeed } from '../../api/feeds.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { CheckField, SelectField, TextField } from '../field.tsx';
import { ErrorSummary } from '../work/error-summary.tsx';
import { useWork } from '../work/use-work.ts';
import { draftOf, type FeedDraft, type FeedErrors, feedErrors, settingsOf } from './feed-draft.ts';
import { EVERY, sayEvery } from './say-every.ts';
import { useFeedWords } from './use-feeds.ts';

const SHARES = [0.5, 0.8, 0.9, 0];

interface FeedFormProps {
  /** One that is changed; without it a new one. */
  feed?: FeedView;
  onSaved(): void;
  onCancel(): void;
}

/** A feed as people set it up. What was typed stays where it is refused. */
export function FeedForm({ feed, onSaved, onCancel }: FeedFormProps) {
  const t = useFeedWords();
  const [draft, setDraft] = useState(() => draftOf(feed));
  const [errors, setErrors] = useState<FeedErrors>({});
  const [failure, setFailure] = useState<string | undefined>();
  const [turn, setTurn] = useState(0);
  const set = (change: Partial<FeedDraft>) => setDraft((last) => ({ ...last, ...change }));
  const refuse = (words?: string) => {
    setFailure(words);
    setTurn((last) => last + 1);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = feedErrors(draft);
    setErrors(found);
    if (Object.keys(found).length > 0) return refuse();
    const settings = settingsOf(draft);
    const { paused, version } = feed ?? { paused: false, version: 0 };
    const header = draft.dropHeader ? { header: null } : {};
    const saved = feed ? changeFeed(feed.id, { ...settings, ...header, paused, version }) : addFeed(settings);
    await saved.then(onSaved, (error: unknown) => refuse(asProblem(error).message));
  };
  const said = Object.fromEntries(
    Object.entries(errors).map(([field, key]) => [field, t(key as NonNullable<FeedErrors['name']>)]),
  );
  return (
    <form class="feed-form stack no-print" noValidate onSubmit={submit}>
      <ErrorSummary title={t('summary')} errors={[...Object.values(said), failure]} turn={turn} />
      <TextField
        label={t('name')}
        value={draft.name}
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
      <TextField
        label={t('source')}
        hint={t('sourceHelp')}
        value={draft.source}
        error={said.source}
        onInput={({ currentTarget }) => set({ source: currentTarget.value })}
      />
      <Choices draft={draft} set={set} />
      <Secret draft={draft} set={set} kept={feed?.headerName !== undefined} error={said.header} />
      <div class="row">
        <Button type="submit" look="primary">
          {feed ? t('save') : t('add')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface PartProps {
  draft: FeedDraft;
  set(change: Partial<FeedDraft>): void;
}

function Choices({ draft, set }: PartProps) {
  const t = useFeedWords();
  const { say } = useWork();
  const every = [...new Set([...EVERY, draft.everyMinutes])];
  const shares = [...new Set([...SHARES, draft.stopBelow])];
  return (
    <>
      <SelectField
        label={t('kind')}
        value={draft.kind}
        options={FEED_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(value) => set({ kind: FEED_KINDS.find((kind) => kind === value) ?? 'hsds' })}
      />
      <SelectField
        label={t('every')}
        value={String(draft.everyMinutes)}
        options={every.map((minutes) => ({ value: String(minutes), label: sayEvery(t, minutes) }))}
        onChange={(value) => set({ everyMinutes: Number(value) })}
      />
      <SelectField
        label={t('rule')}
        value={draft.rule}
        options={FEED_RULES.map((value) => ({ value, label: t(`rule.${value}`) }))}
        onChange={(value) => set({ rule: FEED_RULES.find((rule) => rule === value) ?? 'ask' })}
      />
      {draft.rule === 'apply' && (
        <SelectField
          label={t('stop')}
          value={String(draft.stopBelow)}
          options={shares.map((share) => ({
            value: String(share),
            label: share === 0 ? t('stop.never') : t('stop.share', { share: say.percent(share) }),
          }))}
          onChange={(value) => set({ stopBelow: Number(value) })}
        />
      )}
    </>
  );
}

function Secret({ draft, set, kept, error }: PartProps & { kept: boolean; error: string | undefined }) {
  const t = useFeedWords();
  return (
    <details open={kept || error !== undefined}>
      <summary>{t('secret')}</summary>
      <div class="stack">
        <p class="muted small">{kept ? t('headerKept') : t('secretHelp')}</p>
        <TextField
          label={t('headerName')}
          value={draft.headerName}
          error={error}
          onInput={({ currentTarget }) => set({ headerName: currentTarget.value })}
        />
        <TextField
          label={t('headerValue')}
          type="password"
          value={draft.headerValue}
          onInput={({ currentTarget }) => set({ headerValue: currentTarget.value })}
        />
        {kept && (
          <CheckField
            label={t('headerDrop')}
            checked={draft.dropHeader}
            onChange={(dropHeader) => set({ dropHeader })}
          />
        )}
      </div>
    </details>
  );
}
