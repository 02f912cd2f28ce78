import { useState } from 'preact/hooks';
import { handInPaper } from '../../api/agreements.ts';
import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import type { AgreementPart } from './agreement-view.tsx';
import { useAgreements } from './use-agreements.ts';

/** The facts of a paper; those that the agreement asks for stand first. */
export function HandInForm({ page, onChanged }: AgreementPart) {
  const { t, paper } = useAgreements(page.kinds);
  const { demands, id } = page.agreement;
  const [kind, setKind] = useState(firstOf(page));
  const [number, setNumber] = useState('');
  const [validUntil, setValidUntil] = useState('');
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const others = page.kinds.map(({ code }) => code).filter((code) => !demands.includes(code));
  const expires = page.kinds.find(({ code }) => code === kind)?.expires ?? false;
  const submit = async (event: Event) => {
    event.preventDefault();
    const isRight = !expires || validUntil !== '';
    setError(isRight ? undefined : t('paper.wrong'));
    if (!isRight) return;
    const facts = {
      kind,
      ...(number.trim() && { number }),
      ...(expires && { validUntil }),
      ...(note.trim() && { note }),
    };
    await handInPaper(id, facts).then(
      (after) => {
        setNumber('');
        setValidUntil('');
        setNote('');
        onChanged(after);
      },
      () => setError(t('failed')),
    );
  };
  return (
    <details class="no-print" open={page.papers.some(({ state }) => state === 'missing')}>
      <summary>{t('paper.handIn')}</summary>
      <p class="muted">{t(page.mayChange ? 'paper.lead.check' : 'paper.lead.wait')}</p>
      <form class="agreement-row" noValidate onSubmit={submit}>
        <SelectField
          label={t('paper.kind')}
          value={kind}
          options={[...demands, ...others].map((code) => ({ value: code, label: paper(code) }))}
          onChange={setKind}
        />
        <TextField
          label={t('paper.number')}
          maxLength={100}
          value={number}
          onInput={(event) => setNumber(event.currentTarget.value)}
        />
        {expires && (
          <TextField
            type="date"
            label={t('paper.until')}
            error={error}
            value={validUntil}
            onInput={(event) => setValidUntil(event.currentTarget.value)}
          />
        )}
        <TextField
          label={t('paper.note')}
          maxLength={500}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        {error && !expires && (
          <p class="field-error" role="alert">
            {error}
          </p>
        )}
        <Button type="submit">{t('paper.do')}</Button>
      </form>
    </details>
  );
}

/** What is missing first, then what ends first. */
function firstOf({ papers, kinds }: AgreementPart['page']): string {
  const missing = papers.find(({ state }) => state === 'missing');
  const ending = papers.find(({ warning }) => warning !== undefined);
  return (missing ?? ending ?? papers[0])?.kind ?? kinds[0]?.code ?? '';
}
