import { useRef } from 'preact/hooks';
import type { Urgency } from '../../../core/students/student.ts';
import { Button } from '../button.tsx';
import { SelectField } from '../field.tsx';
import { Glyph } from '../glyph.tsx';
import { TermSelect } from './term-select.tsx';
import { useWork } from './use-work.ts';

interface EditedWish {
  term: string;
  weight: Urgency;
}

interface WishesEditorProps {
  kind: 'need' | 'interest';
  wishes: readonly EditedWish[];
  onChange(wishes: EditedWish[]): void;
}

const WEIGHTS: readonly Urgency[] = [3, 2, 1];

export function WishesEditor({ kind, wishes, onChange }: WishesEditorProps) {
  const { t, term } = useWork();
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const isNeed = kind === 'need';
  const weigh = (id: string, weight: Urgency) =>
    onChange(wishes.map((wish) => (wish.term === id ? { term: id, weight } : wish)));
  const remove = (id: string) => {
    onChange(wishes.filter((wish) => wish.term !== id));
    fieldset.current?.querySelector<HTMLElement>('.wish-add select')?.focus();
  };
  return (
    <fieldset ref={fieldset}>
      <legend>{isNeed ? t('student.needs') : t('student.loves')}</legend>
      <ul class="plain-list stack-tight">
        {wishes.map(({ term: id, weight }) => (
          <li key={id} class="wish-edit">
            <span>{term(id)}</span>
            <SelectField
              label={t(isNeed ? 'student.howUrgent' : 'student.howMuch', { what: term(id) })}
              labelHidden
              value={String(weight)}
              options={WEIGHTS.map((value) => ({
                value: String(value),
                label: t(isNeed ? `urgency.${value}` : `strength.${value}`),
              }))}
              onChange={(value) => weigh(id, Number(value) as Urgency)}
            />
            <Button
              look="quiet"
              aria-label={t('student.remove', { what: term(id) })}
              onClick={() => remove(id)}
            >
              <Glyph name="x" />
            </Button>
          </li>
        ))}
      </ul>
      <div class="wish-add">
        <TermSelect
          label={t(isNeed ? 'student.addNeed' : 'student.addInterest')}
          labelHidden
          value=""
          placeholder={t(isNeed ? 'student.addNeed' : 'student.addInterest')}
          without={wishes.map((wish) => wish.term)}
          onChange={(id) => id && onChange([...wishes, { term: id, weight: 2 }])}
        />
      </div>
    </fieldset>
  );
}
