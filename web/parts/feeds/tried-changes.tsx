import './feeds.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ImportPreview } from '../../../core/imports/import-preview.ts';
import { startImport } from '../../api/jobs.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { triedRequest } from '../imports/tried-request.ts';
import { StatusLine } from '../status-line.tsx';
import { Changes } from './changes.tsx';
import { useFeedWords } from './use-feeds.ts';

/** What a dry run found. */
export function TriedChanges({ jobId, preview }: { jobId: string; preview: ImportPreview }) {
  const t = useFeedWords();
  return (
    <>
      <p class="import-sum">{t('tried')}</p>
      <StoreIt jobId={jobId} />
      <Changes {...preview} />
    </>
  );
}

/** Without choosing the file again for as long as the page is open. */
function StoreIt({ jobId }: { jobId: string }) {
  const t = useFeedWords();
  const { route } = useLocation();
  const [failure, setFailure] = useState('');
  const request = triedRequest(jobId);
  if (!request) {
    return (
      <p class="no-print">
        <a href="/import">{t('triedNext')}</a>
      </p>
    );
  }
  const go = () =>
    startImport({ ...request, dryRun: false }).then(
      ({ id }) => route(`/import/${id}`),
      (error: unknown) => setFailure(asProblem(error).message),
    );
  return (
    <div class="stack-tight no-print">
      <div>
        <Button look="primary" onClick={go}>
          {t('storeIt')}
        </Button>
      </div>
      <StatusLine>{failure}</StatusLine>
    </div>
  );
}

/** In a list of imports: that one stored nothing. */
export function TriedMark() {
  return <span class="muted small">{useFeedWords()('triedOnly')}</span>;
}

/** How many records were marked because the file no longer has them. */
export function MarkedLine({ marked }: { marked: number }) {
  return <p>{useFeedWords()('marked', { n: marked })}</p>;
}
