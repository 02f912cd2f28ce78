import { useRef, useState } from 'preact/hooks';
import { MOST_PAPER_BYTES, PAPER_TYPES } from '../../../core/agreements/paper-file.ts';
import {
  type AgreementPage,
  addressOfPaper,
  type Paper,
  sendPaper,
  undoPaper,
} from '../../api/agreements.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import type { AgreementPart } from './agreement-view.tsx';
import { useAgreements } from './use-agreements.ts';

const MB = 1024 * 1024;

/** The file of a paper: to read, to put there, to replace and to take back. */
export function PaperFile({ paper, page, onChanged }: AgreementPart & { paper: Paper }) {
  const { t, day, number, paper: kindOf } = useAgreements(page.kinds);
  const [words, setWords] = useState<{ said?: string; error?: string; isBusy?: boolean }>({});
  const choice = useRef<HTMLInputElement>(null);
  const { id } = page.agreement;
  // What was accepted was accepted with its file.
  const maySend = page.mayHandIn && (page.mayChange || paper.state !== 'accepted');
  const attempt = async (work: () => Promise<AgreementPage>, said: string) => {
    setWords({ isBusy: true });
    await work().then(
      (after) => {
        setWords({ said });
        onChanged(after);
      },
      (error: unknown) => setWords({ error: t(wordsFor(asProblem(error).status)) }),
    );
  };
  const send = (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_PAPER_BYTES) return setWords({ error: t('file.large') });
    void attempt(() => sendPaper(id, paper.id, file), t('file.sent'));
  };
  const kind = kindOf(paper.kind);
  const kilobytes = number(Math.max(1, Math.round((paper.file?.bytes ?? 0) / 1024)));
  const file = paper.file && t('file.open', { kind: t(`file.${paper.file.type}`), size: kilobytes });
  return (
    <div class="stack-tight">
      {paper.file && file && (
        <p class="small">
          <a
            href={addressOfPaper(id, paper.id)}
            download
            aria-label={t('file.openOf', { paper: kind, file })}
          >
            {file}
          </a>{' '}
          <span class="muted">{t('file.at', { date: day(paper.file.at) })}</span>
        </p>
      )}
      {maySend && (
        <div class="row no-print">
          <input
            ref={choice}
            type="file"
            hidden
            aria-label={t('file.chooseFor', { paper: kind })}
            accept={PAPER_TYPES.join()}
            onChange={(event) => {
              send(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <Button
            look="quiet"
            disabled={words.isBusy}
            aria-label={t(paper.file ? 'file.replaceOf' : 'file.addTo', { paper: kind })}
            onClick={() => choice.current?.click()}
          >
            {t(words.isBusy ? 'file.sending' : paper.file ? 'file.replace' : 'file.add')}
          </Button>
          {paper.mayUndoFile && (
            <Button
              look="quiet"
              disabled={words.isBusy}
              aria-label={t('file.undoOf', { paper: kind })}
              onClick={() => void attempt(() => undoPaper(id, paper.id), t('file.undone'))}
            >
              {t('file.undo')}
            </Button>
          )}
          <span class="muted small">{t('file.hint', { size: MOST_PAPER_BYTES / MB })}</span>
        </div>
      )}
      <p role="status" class="small">
        {words.said}
      </p>
      {words.error && (
        <p class="field-error" role="alert">
          {words.error}
        </p>
      )}
    </div>
  );
}

function wordsFor(status: number) {
  if (status === 413) return 'file.large';
  if (status === 415) return 'file.wrong';
  return status === 409 ? 'file.stale' : 'failed';
}
