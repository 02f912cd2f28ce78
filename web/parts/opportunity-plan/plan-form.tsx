import { useEffect, useRef, useState } from 'preact/hooks';
import { MAIN_PART, readField } from '../../../core/opportunity-plan/plan-field.ts';
import type { PlanValue } from '../../../core/opportunity-plan/plan-value.ts';
import type { PlanEdit, PlanPage } from '../../api/opportunity-plan.ts';
import { Problem } from '../../api/problem.ts';
import { Button } from '../button.tsx';
import { PartControl } from './part-control.tsx';
import { usePlanOnScreen } from './plan-context.tsx';

interface PlanFormProps {
  /** Which fields are written together. */
  fields: readonly string[];
  /** What stands in the form where it is not what stands in the plan. */
  begin?: Readonly<Record<string, PlanValue>>;
  hint?: string | undefined;
  submit: string;
  /** Also where nothing was changed and so nothing saved. `beside`: fields that somebody else had changed. */
  onDone(beside: readonly string[]): void;
  onCancel?: (() => void) | undefined;
  /** The form opened because somebody asked for it, so the focus goes there. */
  focus?: boolean;
}

type Draft = Record<string, PlanValue>;

/** Writes some fields of the plan at once. It names the versions that were there when it opened: what else came since is kept. */
export function PlanForm({
  fields,
  begin = {},
  hint,
  submit,
  onDone,
  onCancel,
  focus = true,
}: PlanFormProps) {
  const { page, words, save } = usePlanOnScreen();
  const { t } = words;
  const [seen] = useState(page.fields);
  const [draft, setDraft] = useState<Draft>(() => ({ ...valuesOf(seen, fields), ...begin }));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (focus) form.current?.querySelector<HTMLElement>('textarea, input, select')?.focus();
  }, [focus]);
  const shown = fields.filter((field) => !isContact(field) || draft[agreementOf(field)] === true);
  const submitted = async (event: Event) => {
    event.preventDefault();
    const edits = editsOf(seen, fields, draft);
    if (edits.length === 0) return onDone([]);
    setBusy(true);
    setFailure('');
    await save(edits).then(onDone, (error: unknown) => setFailure(failureWords(error, t('failed'))));
    setBusy(false);
  };
  return (
    <form ref={form} class="plan-form no-print" onSubmit={submitted}>
      {shown.map((field) => {
        const found = readField(field);
        return (
          found && (
            <PartControl
              key={field}
              field={found}
              value={draft[field] ?? null}
              hint={found.part === 'helper' ? t('helper.hint') : hint}
              required={found.list !== 'words' && found.part === MAIN_PART[found.list]}
              onChange={(value) => setDraft((before) => ({ ...before, [field]: value }))}
            />
          )
        );
      })}
      {failure && (
        <p class="field-error" role="alert">
          {failure}
        </p>
      )}
      <div class="row">
        <Button type="submit" look="primary" disabled={busy}>
          {submit}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
      </div>
    </form>
  );
}

function valuesOf(seen: PlanPage['fields'], fields: readonly string[]): Draft {
  return Object.fromEntries(fields.map((field) => [field, seen[field]?.value ?? null]));
}

/** What the form has changed; how to reach somebody goes with the word that one may. */
function editsOf(seen: PlanPage['fields'], fields: readonly string[], draft: Draft): PlanEdit[] {
  return fields.flatMap((field) => {
    const given = isContact(field) && draft[agreementOf(field)] !== true ? null : (draft[field] ?? null);
    const to = typeof given === 'string' ? given.trim() || null : given;
    const { value = null, version: saw = 0 } = seen[field] ?? {};
    return to === value || (to === false && value === null) ? [] : [{ field, saw, to }];
  });
}

function isContact(field: string): boolean {
  return field.startsWith('supporters/') && field.endsWith('/contact');
}

function agreementOf(field: string): string {
  return field.replace(/contact$/, 'mayContact');
}

function failureWords(error: unknown, usual: string): string {
  const [first] = error instanceof Problem ? error.errors : [];
  return first ? `${usual} (${first.message})` : usual;
}
