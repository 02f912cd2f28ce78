import { useState } from 'preact/hooks';
import { DIRECTORY_KINDS, isDirectoryKind } from '../../../core/imports/directory-kinds.ts';
import type { WantedSchools } from '../../../core/imports/nces/school-region.ts';
import { saveMapping } from '../../api/import-mappings.ts';
import { type ImportRequest, startImport } from '../../api/jobs.ts';
import { Problem } from '../../api/problem.ts';
import { useSession } from '../../state/session.tsx';
import { keepReply } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { CheckField, SelectField, TextField } from '../field.tsx';
import { ColumnMapping, missingWords } from '../imports/column-mapping.tsx';
import { DryRunSwitch, isTried } from '../imports/dry-run-switch.tsx';
import { FIRST_CHOICES, RosterOptions } from '../imports/roster-options.tsx';
import { SchoolOptions } from '../imports/school-options.tsx';
import { keepTried } from '../imports/tried-request.ts';
import { mappingKey, useMapping } from '../imports/use-mapping.ts';
import { useMappingWords } from '../imports/use-mapping-words.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FileField } from './file-field.tsx';
import { type ImportErrors, importErrors } from './import-check.ts';
import { useWork } from './use-work.ts';

type Kind = ImportRequest['kind'];
const KINDS: readonly Kind[] = [...DIRECTORY_KINDS, 'schools', 'oneroster', 'students', 'areas'];

/** What is in the file, where it comes from, the file; then how much of it is sent. */
export function ImportForm({ kind: asked, onStarted }: { kind: string | undefined; onStarted(): void }) {
  const { t, say } = useWork();
  const session = useSession();
  const kinds = KINDS.filter((kind) => isDirectoryKind(kind) || session.has('administrator'));
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = chosen ?? kinds.find((known) => known === asked) ?? 'hsds';
  const [source, setSource] = useState('');
  const [settled, setSettled] = useState('');
  const [keepIds, setKeepIds] = useState(false);
  const [dryRun, setDryRun] = useState(false);
  const [roster, setRoster] = useState(FIRST_CHOICES);
  const [only, setOnly] = useState<WantedSchools>({});
  const [file, setFile] = useState<File | null>(null);
  const [errors, setErrors] = useState<ImportErrors>({});
  const [failure, setFailure] = useState<string | undefined>();
  const [turn, setTurn] = useState(0);
  const [sent, setSent] = useState<number | null>(null);
  const { open, isUnreadable } = useMapping(kind, settled, file);
  const mapping = useMappingWords();
  const wrong = {
    source: errors.source && t(errors.source),
    file: errors.file && t(errors.file, { name: file?.name ?? '' }),
  };

  const choose = (next: File) => {
    setFile(next);
    // A file can be dropped while the cursor is still in the name.
    setSettled(source.trim());
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    const found = importErrors(source, file);
    setErrors(found);
    setFailure(undefined);
    const name = source.trim();
    const isNewName = name !== settled;
    setSettled(name);
    const unready =
      open &&
      (missingWords(open, mapping) ?? (isNewName || !open.isReady ? mapping.t('looking') : undefined));
    setFailure(unready);
    if (!file || found.source || found.file || unready) return setTurn((last) => last + 1);
    setSent(0);
    const isKept = open ? saveMapping(open.kind, name, open.mapping) : Promise.resolve();
    if (open) keepReply(mappingKey(open.kind, name), { mapping: open.mapping });
    const own =
      kind === 'oneroster'
        ? { roster }
        : { dryRun: isTried(kind) && dryRun, ...(kind === 'schools' && { only }) };
    const request = { kind, source: name, file, keepIds: kind === 'hsds' && keepIds, ...own };
    await isKept
      .then(() => startImport(request, setSent))
      .then(
        (job) => {
          keepTried(job.id, request);
          setFile(null);
          onStarted();
        },
        (error: unknown) => {
          setFailure(
            error instanceof Problem && error.status >= 400 && error.status < 500
              ? error.message
              : t('imports.uploadFailed'),
          );
          setTurn((last) => last + 1);
        },
      );
    setSent(null);
  };

  return (
    <form class={`import-form stack no-print ${open ? 'import-form-wide' : ''}`} noValidate onSubmit={submit}>
      <ErrorSummary title={t('imports.summary')} errors={[wrong.source, wrong.file, failure]} turn={turn} />
      <SelectField
        label={t('imports.kind')}
        hint={t(`imports.help.${kind}`)}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`imports.kind.${value}`) }))}
        onChange={(value) => setChosen(value as Kind)}
      />
      <TextField
        label={t('imports.source')}
        hint={t('imports.sourceHelp')}
        value={source}
        error={wrong.source}
        onInput={(event) => setSource(event.currentTarget.value)}
        onBlur={() => setSettled(source.trim())}
      />
      <FileField file={file} error={wrong.file} onChoose={choose} />
      {kind === 'hsds' && (
        <div>
          <CheckField label={mapping.t('keepIds')} checked={keepIds} onChange={setKeepIds} />
          <p class="field-hint">{mapping.t('keepIdsHelp')}</p>
        </div>
      )}
      {kind === 'oneroster' && <RosterOptions choices={roster} onChange={setRoster} />}
      {kind === 'schools' && <SchoolOptions only={only} onChange={setOnly} />}
      {isUnreadable && <p class="muted">{mapping.t('unreadable')}</p>}
      {open && <ColumnMapping open={open} source={settled} />}
      {isTried(kind) && <DryRunSwitch checked={dryRun} onChange={setDryRun} />}
      {sent === null ? (
        <div>
          <Button type="submit" look="primary">
            {open ? mapping.t('save') : t('imports.go')}
          </Button>
        </div>
      ) : (
        <ProgressBar
          label={t('imports.sending', { share: say.percent(sent) })}
          done={sent * 100}
          total={100}
        />
      )}
    </form>
  );
}
