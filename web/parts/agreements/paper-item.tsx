import { useState } from 'preact/hooks';
import type { DocumentState } from '../../../core/agreements/partner-document.ts';
import { checkPaper, type Paper } from '../../api/agreements.ts';
import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { TextField } from '../field.tsx';
import type { AgreementPart } from './agreement-view.tsx';
import { PaperFile } from './paper-file.tsx';
import { useAgreements } from './use-agreements.ts';

/** One paper as it was handed in, with what was said of it; whoever may check it does so here. */
export function PaperItem({ paper, page, onChanged }: AgreementPart & { paper: Paper }) {
  const { t, day, paper: kindOf } = useAgreements(page.kinds);
  const [refusing, setRefusing] = useState(false);
  const [failed, setFailed] = useState(false);
  const check = async (state: DocumentState, reason?: string) => {
    setFailed(false);
    await checkPaper(page.agreement.id, paper.id, { state, ...(reason && { reason }) }).then(
      (after) => {
        setRefusing(false);
        onChanged(after);
      },
      () => setFailed(true),
    );
  };
  const facts = [
    paper.number,
    paper.validUntil && t('paper.valid', { date: day(paper.validUntil) }),
    t('paper.handed', { date: day(paper.handedInAt), by: paper.handedInBy ?? t('somebody') }),
    paper.note,
  ];
  return (
    <li>
      <strong>{kindOf(paper.kind)}</strong> <StateOf paper={paper} />
      <p class="small muted">{facts.filter(Boolean).join(' · ')}</p>
      <PaperFile paper={paper} page={page} onChanged={onChanged} />
      {page.mayChange && !refusing && (
        <div class="row no-print">
          {paper.state === 'to-check' ? (
            <>
              <Button onClick={() => void check('accepted')}>{t('paper.accept')}</Button>
              <Button onClick={() => setRefusing(true)}>{t('paper.refuse')}</Button>
            </>
          ) : (
            <Button look="quiet" onClick={() => void check('to-check')}>
              {t('paper.again')}
            </Button>
          )}
        </div>
      )}
      {refusing && (
        <RefuseForm refuse={(reason) => check('refused', reason)} onClose={() => setRefusing(false)} />
      )}
      {failed && (
        <p class="field-error" role="alert">
          {t('failed')}
        </p>
      )}
    </li>
  );
}

function StateOf({ paper: { state, reason = '' } }: { paper: Paper }) {
  const { t } = useAgreements();
  if (state === 'refused') return <Chip tone="error">{t('paper.refused', { reason })}</Chip>;
  return <Chip tone={state === 'accepted' ? 'good' : 'signal'}>{t(`paper.${state}`)}</Chip>;
}

function RefuseForm({ refuse, onClose }: { refuse(reason: string): void; onClose(): void }) {
  const { t } = useAgreements();
  const [reason, setReason] = useState('');
  return (
    <form
      class="agreement-row no-print"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) refuse(reason.trim());
      }}
    >
      <TextField
        label={t('paper.reason')}
        required
        maxLength={500}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <div class="row">
        <Button type="submit">{t('paper.refuseDo')}</Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
