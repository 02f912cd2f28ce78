import { useRef, useState } from 'preact/hooks';
import type { FieldView, RecordView } from '../../../core/corrections/field-view.ts';
import { answerProposal, correctField, type ProposalAnswer, takeBack } from '../../api/corrections.ts';
import { Problem } from '../../api/problem.ts';
import { Button } from '../button.tsx';
import type { Control, FormField } from './field-controls.ts';
import { FieldForm } from './field-form.tsx';
import { useCorrections } from './use-corrections.ts';

interface FieldRowProps {
  record: RecordView;
  field: FormField;
  control: Control;
  item: FieldView;
  onTold(next: RecordView, words: string): void;
  /** Somebody else was faster. */
  onStale(): void;
}

/** One field: what it says, where that comes from, and the ways to change it. */
export function FieldRow({ record, field, control, item, onTold, onStale }: FieldRowProps) {
  const { t, words, ago, fieldName, say, corrector, origin } = useCorrections();
  const [editing, setEditing] = useState(false);
  const [error, setError] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = fieldName(field);
  const value = say(field, item.value);
  const comesFrom = item.corrected
    ? corrector(item.corrected.by, item.corrected.at)
    : (item.since || value !== t('nothing')) && origin(record.source, item);
  const of = { kind: record.kind, id: record.id, field, version: item.version };
  const send = async (work: () => Promise<RecordView>, said: string) => {
    setError(undefined);
    await work().then(
      (next) => {
        close();
        onTold(next, said);
      },
      (problem: unknown) => {
        const { status = 0 } = problem instanceof Problem ? problem : {};
        if (status === 409) onStale();
        if (status === 409) setError(t('stale'));
        else if (status === 400 || status === 403) setError(words(`wrong.${field}`, t('wrong')));
        else setError(t('failed'));
      },
    );
  };
  const close = () => {
    setEditing(false);
    heading.current?.focus();
  };
  const answer = (said: ProposalAnswer) =>
    void send(
      () => answerProposal(of, said),
      t(said === 'take' ? 'took' : 'kept', { name: record.name, field: name, source: record.source }),
    );
  return (
    <li class="correction correction-field stack-tight">
      <h2 ref={heading} tabIndex={-1} class="correction-name">
        {name}
      </h2>
      {editing ? (
        <FieldForm
          field={field}
          control={control}
          item={item}
          error={error}
          onSave={(value, reason) =>
            void send(() => correctField(of, value, reason), t('saved', { field: name }))
          }
          onCancel={close}
        />
      ) : (
        <>
          <p class="correction-value">{value}</p>
          {comesFrom && <p class="muted small">{comesFrom}</p>}
          {item.corrected && !item.proposal && (
            <p class="muted small">
              {t('sourceSays', { source: record.source, value: say(field, item.corrected.sourceValue) })}
            </p>
          )}
          {item.proposal && (
            <div class="notice stack-tight">
              <p>
                {t('proposals.theirs', { source: item.proposal.source, ago: ago(item.proposal.at) })}{' '}
                <strong>{say(field, item.proposal.value)}</strong>
              </p>
              <div class="row no-print">
                <Button onClick={() => answer('take')}>{t('take', { source: item.proposal.source })}</Button>
                <Button onClick={() => answer('keep')}>{t('keep')}</Button>
              </div>
            </div>
          )}
          <div class="row no-print">
            <Button
              look="quiet"
              aria-label={t('correctOf', { field: name })}
              onClick={() => setEditing(true)}
            >
              {t('correct')}
            </Button>
            {item.corrected && !item.proposal && (
              <Button
                look="quiet"
                aria-label={t('takeBackOf', { field: name })}
                onClick={() => void send(() => takeBack(of), t('takenBack', { field: name }))}
              >
                {t('takeBack')}
              </Button>
            )}
          </div>
          {error && (
            <p class="field-error" role="alert">
              {error}
            </p>
          )}
        </>
      )}
    </li>
  );
}
