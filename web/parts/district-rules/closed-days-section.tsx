import type { ClosedDays } from '../../../core/district/closed-days.ts';
import { closedDaysApi } from '../../api/district-rules.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { useWork } from '../work/use-work.ts';
import { RulesSection } from './rules-section.tsx';
import { useRulesText } from './use-rules-text.ts';

type Days = ClosedDays['closures'][number];
const MOST = 60;

/** On which days a district's schools are closed. */
export function ClosedDaysSection({ may }: { may(districtId: string): boolean }) {
  const t = useRulesText();
  const { say } = useWork();
  /** A day without a clock time is the same day everywhere. */
  const day = (date: string) => say.date(`${date}T12:00:00`);
  const words = ({ from, to, reason }: Days) => {
    const days = from === to ? day(from) : t('closed.range', { from: day(from), to: day(to) });
    return reason ? t('closed.with', { days, reason }) : days;
  };
  return (
    <RulesSection
      api={closedDaysApi}
      title={t('closed.title')}
      lead={t('closed.lead')}
      may={may}
      fault={({ closures }) => (closures.every(isSound) ? undefined : t('closed.wrong'))}
      summary={({ closures }) => (closures.length > 0 ? closures.map(words).join(' · ') : t('closed.none'))}
      editor={({ closures }, change) => (
        <ClosedDaysEditor closures={closures} onChange={(next) => change({ closures: next })} />
      )}
    />
  );
}

function isSound({ from, to }: Days): boolean {
  return from !== '' && to !== '' && from <= to;
}

interface ClosedDaysEditorProps {
  closures: readonly Days[];
  onChange(closures: Days[]): void;
}

function ClosedDaysEditor({ closures, onChange }: ClosedDaysEditorProps) {
  const t = useRulesText();
  const put = (at: number, change: Partial<Days>) =>
    onChange(closures.map((days, n) => (n === at ? { ...days, ...change } : days)));
  return (
    <>
      {closures.length === 0 && <p class="muted">{t('closed.none')}</p>}
      <ul class="plain-list stack-tight">
        {closures.map((days, at) => (
          // Lines have no names of their own, and keep their places while one types.
          <li key={at} class="controls">
            <TextField
              label={t('closed.from')}
              type="date"
              value={days.from}
              onInput={({ currentTarget: { value } }) =>
                put(at, { from: value, ...(days.to === '' || days.to < value ? { to: value } : {}) })
              }
            />
            <TextField
              label={t('closed.to')}
              type="date"
              min={days.from}
              value={days.to}
              onInput={({ currentTarget: { value } }) => put(at, { to: value })}
            />
            <TextField
              label={t('closed.reason')}
              maxLength={100}
              value={days.reason ?? ''}
              onInput={({ currentTarget: { value } }) => put(at, { reason: value })}
            />
            <Button
              look="quiet"
              aria-label={t('closed.removeOf', { what: days.reason || days.from || t('closed.new') })}
              onClick={() => onChange(closures.filter((_, n) => n !== at))}
            >
              {t('closed.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {closures.length < MOST && (
        <p>
          <Button onClick={() => onChange([...closures, { from: '', to: '' }])}>{t('closed.add')}</Button>
        </p>
      )}
    </>
  );
}
