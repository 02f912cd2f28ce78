import { useState } from 'preact/hooks';
import { type ImportRequest, startImport } from '../../api/jobs.ts';
import { Problem } from '../../api/problem.ts';
import { useSession } from '../../state/session.tsx';
import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FileField } from './file-field.tsx';
import { type ImportErrors, importErrors } from './import-check.ts';
import { useWork } from './use-work.ts';

type Kind = ImportRequest['kind'];
const KINDS: readonly Kind[] = ['hsds', 'directory-table', 'schools', 'oneroster', 'students', 'areas'];

/** What is in the file, where it comes from, the file; then how much of it is sent. */
export function ImportForm({ kind: asked, onStarted }: { kind: string | undefined; onStarted(): void }) {
  const { t, say } = useWork();
  const session = useSession();
  const kinds = KINDS.filter(
    (kind) => kind === 'hsds' || kind === 'directory-table' || session.has('administrator'),
  );
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = chosen ?? kinds.find((known) => known === asked) ?? 'hsds';
  const [source, setSource] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [errors, setErrors] = useState<ImportErrors>({});
  const [failure, setFailure] = useState<string | undefined>();
  const [turn, setTurn] = useState(0);
  const [sent, setSent] = useState<number | null>(null);
  const wrong = {
    source: errors.source && t(errors.source),
    file: errors.file && t(errors.file, { name: file?.name ?? '' }),
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    const found = importErrors(source, file);
    setErrors(found);
    setFailure(undefined);
    if (!file || found.source || found.file) return setTurn((last) => last + 1);
    setSent(0);
    await startImport({ kind, source: source.trim(), file }, setSent).then(
      () => {
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
    <form class="import-form stack no-print" noValidate onSubmit={submit}>
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
      />
      <FileField file={file} error={wrong.file} onChoose={setFile} />
      {sent === null ? (
        <div>
          <Button type="submit" look="primary">
            {t('imports.go')}
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
