import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useFocusBack } from '../../state/use-focus-back.ts';
import { Button } from '../button.tsx';
import { BesideChoice } from './beside-choice.tsx';
import { usePlanOnScreen } from './plan-context.tsx';
import { PlanForm } from './plan-form.tsx';

interface EditableProps {
  fields: readonly string[];
  may: boolean;
  /** What the button does, and what it is about for who hears it alone. */
  label: string;
  about?: string | undefined;
  hint?: string | undefined;
  submit?: string;
  /** Further buttons beside the one that opens the form. */
  more?: ComponentChildren;
  children?: ComponentChildren;
}

/** A part of the plan to read, and its form for who may write; the focus returns to the button that opened it. */
export function Editable({ fields, may, label, about, hint, submit, more, children }: EditableProps) {
  const { words, page } = usePlanOnScreen();
  const { t } = words;
  const [open, setOpen] = useState(false);
  const id = useFocusBack(open);
  const close = () => setOpen(false);
  const contested = fields.filter((field) => (page.fields[field]?.beside.length ?? 0) > 0);
  return (
    <>
      {!open && children}
      {contested.map((field) => (
        <BesideChoice key={field} field={field} may={may} />
      ))}
      {open && (
        <PlanForm fields={fields} hint={hint} submit={submit ?? t('save')} onDone={close} onCancel={close} />
      )}
      {!open && may && (
        <div class="row no-print">
          <Button id={id} aria-label={about} onClick={() => setOpen(true)}>
            {label}
          </Button>
          {more}
        </div>
      )}
    </>
  );
}
