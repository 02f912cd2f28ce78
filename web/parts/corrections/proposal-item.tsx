import { useState } from 'preact/hooks';
import type { ProposalView, RecordView } from '../../../core/corrections/field-view.ts';
import { answerProposal, correctField, type ProposalAnswer, takeBack } from '../../api/corrections.ts';
import { Problem } from '../../api/problem.ts';
import { Button } from '../button.tsx';
import { useCorrections } from './use-corrections.ts';

interface ProposalItemProps {
  item: ProposalView;
  onAnswered(words: string): void;
  /** Somebody else was faster. */
  onStale(): void;
}

/** What we have and what the source says, side by side. Once answered, it can be answered the other way. */
export function ProposalItem({ item, onAnswered, onStale }: ProposalItemProps) {
  const { t, ago, fieldName, say, corrector } = useCorrections();
  const { kind, id, field, name, value, proposal } = item;
  const { source } = proposal;
  const [answered, setAnswered] = useState<{ as: ProposalAnswer; version: string }>();
  const [error, setError] = useState<string>();
  const of = { kind, id, field, version: answered?.version ?? item.version };
  const words = { name, field: fieldName(field), source };
  const again = (as: ProposalAnswer): Promise<RecordView> =>
    as === 'take' ? takeBack(of) : correctField(of, value);
  const send = async (as: ProposalAnswer) => {
    setError(undefined);
    await (answered ? again(as) : answerProposal(of, as)).then(
      ({ items }) => {
        setAnswered({ as, version: items.find((each) => each.field === field)?.version ?? '' });
        onAnswered(t(as === 'take' ? 'took' : 'kept', words));
      },
      (problem: unknown) => {
        const { status = 0 } = problem instanceof Problem ? problem : {};
        if (status === 409) onStale();
        if (status === 409) setError(t('stale'));
        else setError(t(status === 403 || status === 400 ? 'wrong.confidentiality' : 'failed'));
      },
    );
  };
  return (
    <li class="correction stack-tight">
      <h3 class="correction-name">
        <a href={`/verify/${kind}/${id}`}>{name}</a>: {fieldName(field)}
      </h3>
      <dl class="proposal">
        <dt class="muted small">
          {t('proposals.yours')} · {corrector(item.by, item.at)}
        </dt>
        <dd class="correction-value">{say(field, value)}</dd>
        <dt class="muted small">{t('proposals.theirs', { source, ago: ago(proposal.at) })}</dt>
        <dd class="correction-value">{say(field, proposal.value)}</dd>
      </dl>
      <div class="row no-print">
        {(['take', 'keep'] as const).map((as) => (
          <Button
            key={as}
            aria-label={t(`${as}Of`, words)}
            aria-pressed={answered?.as === as}
            onClick={() => {
              if (answered?.as !== as) void send(as);
            }}
          >
            {t(as, { source })}
          </Button>
        ))}
      </div>
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}
