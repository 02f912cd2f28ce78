import type { PaperState } from '../../../core/agreements/paper-states.ts';
import { Chip } from '../chip.tsx';
import type { AgreementPart } from './agreement-view.tsx';
import { leftWords } from './agreement-words.ts';
import { HandInForm } from './hand-in-form.tsx';
import { PaperItem } from './paper-item.tsx';
import { useAgreements } from './use-agreements.ts';

/** The papers that the agreement asks for, how it stands with each, and what was handed in. */
export function PapersPart({ page, onChanged }: AgreementPart) {
  const speech = useAgreements(page.kinds);
  const { t, paper } = speech;
  return (
    <section class="section">
      <h2>{t('papers.title')}</h2>
      {page.papers.length === 0 && <p class="muted">{t('papers.noneAsked')}</p>}
      <ul class="agreement-facts">
        {page.papers.map((state) => (
          <li key={state.kind}>
            {paper(state.kind)} <StateChip state={state} />{' '}
            {state.warning && state.validUntil && (
              <span class="small">{leftWords(state.warning, state.validUntil, speech)}</span>
            )}
          </li>
        ))}
      </ul>
      {page.mayHandIn && <HandInForm page={page} onChanged={onChanged} />}
      {page.documents.length > 0 && (
        <>
          <h3>{t('paper.list')}</h3>
          <ul class="agreement-facts">
            {page.documents.map((document) => (
              <PaperItem key={document.id} paper={document} page={page} onChanged={onChanged} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function StateChip({ state: { state, validUntil, warning } }: { state: PaperState }) {
  const { t, day } = useAgreements();
  if (state === 'valid')
    return (
      <Chip tone={warning ? 'signal' : 'good'}>
        {validUntil ? t('paper.valid', { date: day(validUntil) }) : t('paper.validAlways')}
      </Chip>
    );
  return <Chip tone="signal">{t(`paper.${state}`)}</Chip>;
}
