import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Stage } from '../../../core/agreements/agreement.ts';
import { type AgreementPage, renewAgreement, stepAgreement } from '../../api/agreements.ts';
import { Button } from '../button.tsx';
import { Glyph } from '../glyph.tsx';
import { failureWords } from './agreement-form.tsx';
import type { AgreementPart } from './agreement-view.tsx';
import { leftWords, schoolWords } from './agreement-words.ts';
import { BackToAll } from './back-to-all.tsx';
import { StatusChip } from './status-chip.tsx';
import { useAgreements } from './use-agreements.ts';

/** With whom, for whom, until when, whether it approves, and what can be done next. */
export function AgreementHead({ page, onChanged, onEdit }: AgreementPart & { onEdit(): void }) {
  const speech = useAgreements(page.kinds);
  const { t, day } = speech;
  const { agreement, organization, schools, status, lastDay, warning, renewedBy } = page;
  const dates = { from: day(agreement.startsOn), to: day(lastDay) };
  return (
    <header class="stack-tight">
      <BackToAll />
      <div class="page-head">
        <div>
          <h1>
            <a href={`/organizations/${organization.id}`}>{organization.name}</a>
          </h1>
          <p>
            <strong>{agreement.title}</strong>
          </p>
          <p>
            <StatusChip status={status} /> {t(lastDay < agreement.endsOn ? 'dates.early' : 'dates', dates)}
            {warning && ` · ${leftWords(warning, lastDay, speech)}`}
          </p>
          <p class="muted">
            {t('for')}: {schoolWords(schools, speech)}
          </p>
          <Approval page={page} />
          {agreement.renewalOf && <Beside words={t('renewalOf')} id={agreement.renewalOf} />}
          {renewedBy && <Beside words={t('renewedBy')} id={renewedBy} />}
        </div>
        <div class="row no-print">
          {page.mayChange && <Button onClick={onEdit}>{t('edit')}</Button>}
          <Button icon="printer" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </div>
      {page.mayChange && <Steps page={page} onChanged={onChanged} />}
    </header>
  );
}

function Approval({ page: { approval, kinds } }: { page: AgreementPage }) {
  const { t, say, day, paper } = useAgreements(kinds);
  if (approval.approved)
    return (
      <p>
        <Glyph name="check" size={16} /> {t('is.approved', { date: day(approval.until) })}
      </p>
    );
  return (
    <p>
      <Glyph name="alert" size={16} />{' '}
      {approval.why === 'documents'
        ? t('is.documents', { papers: say.list(approval.missing.map(paper)) })
        : t('is.no-agreement')}
    </p>
  );
}

function Beside({ words, id }: { words: string; id: string }) {
  const { t } = useAgreements();
  return (
    <p class="small">
      {words} <a href={`/agreements/${id}`}>{t('look')}</a>
    </p>
  );
}

/** What follows from where it stands; each step has one that takes it back. */
const STEPS = {
  draft: [
    ['proposed', 'propose'],
    ['signed', 'sign'],
  ],
  proposed: [
    ['signed', 'sign'],
    ['draft', 'takeBack'],
  ],
  signed: [
    ['ended', 'end'],
    ['proposed', 'unsign'],
  ],
  ended: [['signed', 'reopen']],
} as const satisfies Record<Stage, readonly (readonly [Stage, string])[]>;

function Steps({ page, onChanged }: AgreementPart) {
  const { t } = useAgreements();
  const { route } = useLocation();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const { id, version, stage } = page.agreement;
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    await work().catch((error: unknown) => setSaid(failureWords(error, t)));
    setBusy(false);
  };
  const step = (to: Stage) =>
    run(async () => {
      const after = await stepAgreement(id, { version, to });
      onChanged(after);
      setSaid(t('step.done', { status: t(`status.${after.status}`) }));
    });
  const renew = () =>
    run(async () => {
      const { agreement } = await renewAgreement(id);
      route(`/agreements/${agreement.id}`);
    });
  return (
    <div class="row no-print">
      {STEPS[stage].map(([to, words], index) => (
        <Button
          key={to}
          look={index === 0 && stage !== 'signed' ? 'primary' : 'plain'}
          disabled={busy}
          onClick={() => void step(to)}
        >
          {t(words)}
        </Button>
      ))}
      {(stage === 'signed' || stage === 'ended') && page.renewedBy === null && (
        <Button disabled={busy} onClick={() => void renew()}>
          {t('renew')}
        </Button>
      )}
      <span role="status">{said}</span>
    </div>
  );
}
