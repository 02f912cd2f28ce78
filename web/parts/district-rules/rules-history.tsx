import { useState } from 'preact/hooks';
import type { RulesPage } from '../../api/district-rules.ts';
import { Button } from '../button.tsx';
import { useWork } from '../work/use-work.ts';
import { useRulesText } from './use-rules-text.ts';

interface RulesHistoryProps<R> {
  page: RulesPage<R>;
  may: boolean;
  summary(rules: R): string;
  /** Puts a version's rules into the form. */
  onUse(rules: R): void;
}

/** Who saved what when and why, the newest first, and at the end what Trellis comes with. */
export function RulesHistory<R>({ page, may, summary, onUse }: RulesHistoryProps<R>) {
  const t = useRulesText();
  const { say } = useWork();
  const [taken, setTaken] = useState(false);
  const { versions, standard } = page;
  const lines = [
    ...versions.map(({ number, rules, note, savedAt, by }) => ({
      title: t('version', { n: number }),
      rules,
      note,
      when: t('when', { date: say.dateTime(savedAt), name: by ?? t('somebody') }),
    })),
    { title: t('standard'), rules: standard, note: undefined, when: undefined },
  ];
  return (
    <details>
      <summary>{t('history')}</summary>
      <p role="status" class="small">
        {taken && t('taken')}
      </p>
      <ul class="plain-list stack-tight">
        {lines.map(({ title, rules, note, when }, index) => (
          <li key={title}>
            <p>
              <strong>{title}</strong> {index === 0 && <span class="chip">{t('now')}</span>}
            </p>
            {when && <p class="muted small">{when}</p>}
            {note && <p>{note}</p>}
            <p class="small">{summary(rules)}</p>
            {index > 0 && may && (
              <Button
                look="quiet"
                class="no-print"
                aria-label={t('againFor', { what: title })}
                onClick={() => {
                  setTaken(true);
                  onUse(rules);
                }}
              >
                {t('again')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
