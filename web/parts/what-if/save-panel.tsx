import { useEffect, useState } from 'preact/hooks';
import type { ScenarioChange, WhatIfQuestion } from '../../../core/what-if/scenario.ts';
import type { ScenarioView } from '../../api/what-if.ts';
import { useSession } from '../../state/session.tsx';
import { Button, LinkButton } from '../button.tsx';
import { TextField } from '../field.tsx';
import { useProblemText } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { ChangeList } from './change-list.tsx';
import type { KnownSite } from './known-sites.ts';
import type { Saving } from './use-saving.ts';
import { useWhatIfWords } from './use-what-if-words.ts';

interface SavePanelProps {
  scenario: ScenarioView | undefined;
  question: WhatIfQuestion;
  changes: readonly ScenarioChange[];
  sites: readonly KnownSite[];
  saving: Saving;
  onSaved(scenario: ScenarioView): void;
  onDeleted(): void;
  onTakeTheirs(theirs: ScenarioView): void;
}

/** A name, and what can be done with what was tried: kept, kept anew, deleted, and that undone. */
export function SavePanel(props: SavePanelProps) {
  const { scenario, question, changes, saving, onSaved, onDeleted } = props;
  const { t } = useWhatIfWords();
  const { account } = useSession();
  const [name, setName] = useState(scenario?.name ?? '');
  const [nameless, setNameless] = useState(false);
  useEffect(() => setName(scenario?.name ?? ''), [scenario?.id, scenario?.name]);
  const draft = { name: name.trim(), question, changes: [...changes] };
  const isSaved = scenario !== undefined && sameDraft(scenario, draft);
  const mayChange = scenario?.mayEdit === true;
  const save = async (over?: Pick<ScenarioView, 'id' | 'version'>) => {
    setNameless(draft.name === '');
    if (draft.name === '') return;
    const saved = await saving.save(draft, over);
    if (saved) onSaved(saved);
  };
  if (!account) return <SignInFirst />;
  return (
    <section class="what-if-card no-print" aria-label={t('save.title')}>
      <h3>{t('save.title')}</h3>
      <TextField
        label={t('save.name')}
        value={name}
        maxLength={120}
        error={nameless ? t('save.nameWrong') : undefined}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <div class="row">
        {mayChange && (
          <Button look="primary" disabled={saving.busy || isSaved} onClick={() => void save(scenario)}>
            {t('save.save')}
          </Button>
        )}
        <Button look={mayChange ? 'plain' : 'primary'} disabled={saving.busy} onClick={() => void save()}>
          {t(scenario ? 'save.saveNew' : 'save.save')}
        </Button>
        {mayChange && (
          <Button
            disabled={saving.busy}
            onClick={async () => {
              if (await saving.remove(scenario)) onDeleted();
            }}
          >
            {t('save.delete')}
          </Button>
        )}
      </div>
      <StatusLine>
        {isSaved ? t('save.saved') : (changes.length > 0 || scenario) && t('save.unsaved')}
      </StatusLine>
      {saving.theirs ? (
        <Conflict {...props} theirs={saving.theirs} onKeepMine={(theirs) => void save(theirs)} />
      ) : (
        <Failure saving={saving} />
      )}
    </section>
  );
}

function SignInFirst() {
  const { t } = useWhatIfWords();
  const next = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
  return (
    <p class="no-print">
      <LinkButton href={next}>{t('save.signIn')}</LinkButton>
    </p>
  );
}

function Failure({ saving: { problem } }: Pick<SavePanelProps, 'saving'>) {
  return problem && <FailureText problem={problem} />;
}

function FailureText({ problem }: { problem: NonNullable<Saving['problem']> }) {
  const { t } = useWhatIfWords();
  const why = useProblemText(problem);
  return (
    <p class="field-error" role="alert">
      {t('save.failed', { why })}
    </p>
  );
}

interface ConflictProps extends SavePanelProps {
  theirs: ScenarioView;
  onKeepMine(theirs: ScenarioView): void;
}

/** What the other has saved and what stands here, side by side; nothing is lost before somebody has chosen. */
function Conflict({ theirs, changes, sites, onTakeTheirs, onKeepMine }: ConflictProps) {
  const { t } = useWhatIfWords();
  return (
    <div class="what-if-conflict" role="alert">
      <h4>{t('conflict.title')}</h4>
      <div class="what-if-pair">
        <div>
          <h5>
            {t('conflict.theirs')}: {theirs.name}
          </h5>
          <ChangeList changes={theirs.changes} sites={sites} />
          <Button onClick={() => onTakeTheirs(theirs)}>{t('conflict.takeTheirs')}</Button>
        </div>
        <div>
          <h5>{t('conflict.mine')}</h5>
          <ChangeList changes={changes} sites={sites} />
          <Button onClick={() => onKeepMine(theirs)}>{t('conflict.keepMine')}</Button>
        </div>
      </div>
    </div>
  );
}

function sameDraft(a: ScenarioView, b: Pick<ScenarioView, 'name' | 'question' | 'changes'>): boolean {
  const key = ({ name, question, changes }: typeof b) =>
    JSON.stringify([name, sorted(question), changes.map(sorted)]);
  return key(a) === key(b);
}

/** The server may give fields in another order. */
function sorted(record: object): [string, unknown][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
