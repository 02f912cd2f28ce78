import { useId, useRef, useState } from 'preact/hooks';
import type { Term } from '../../core/taxonomy/term.ts';
import { useSetting } from '../state/config.tsx';
import { hitSynonym, searchTerms } from '../state/search-terms.ts';
import { useVoice } from '../text/use-voice.tsx';
import { DomainBadge } from './chip.tsx';
import { Glyph } from './glyph.tsx';

interface TermComboboxProps {
  label: string;
  placeholder: string;
  chosen: readonly string[];
  onAdd(term: string): void;
  onRemove(term: string): void;
  /** Free words are taken too: what was typed, on Enter or on leaving. */
  words?: { value: string; onChange(value: string): void };
}

/**
 * Finds terms by what people call them, in both languages. The combobox of the ARIA practices: the focus stays in the
 * field, arrows move through the list, Enter takes, Escape closes.
 */
export function TermCombobox(props: TermComboboxProps) {
  const { label, placeholder, chosen, onAdd, onRemove, words } = props;
  const { t, language } = useVoice();
  const { terms } = useSetting();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const typed = draft ?? words?.value ?? '';
  const options = offeredTerms(typed).filter((term) => !chosen.includes(term.id));

  function offeredTerms(text: string): readonly Term[] {
    return text.trim() ? searchTerms(terms.all, text, language) : terms.childrenOf(null);
  }

  function type(text: string): void {
    setDraft(text);
    setOpen(true);
    setActive(-1);
  }

  function take(term: Term): void {
    setDraft(null);
    words?.onChange('');
    setOpen(false);
    setActive(-1);
    onAdd(term.id);
  }

  /** Enter without a choice, or leaving: the words as they are. */
  function takeWords(): void {
    setOpen(false);
    setActive(-1);
    if (draft === null) return;
    setDraft(null);
    words?.onChange(draft.trim());
  }

  function press(event: KeyboardEvent): void {
    const option = options[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(nextActive(active, event.key === 'ArrowDown' ? 1 : -1, options.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open && option) take(option);
      else takeWords();
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    } else if (event.key === 'Backspace' && typed === '' && chosen.length > 0) {
      onRemove(chosen.at(-1)!);
    }
  }

  const shown = open && options.length > 0;
  return (
    <div class="field combobox">
      <label for={id}>{label}</label>
      <div class="combobox-box">
        {chosen.map((term) => (
          <ChosenTerm key={term} term={term} onRemove={() => onRemove(term)} />
        ))}
        <input
          id={id}
          ref={input}
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={chosen.length === 0 ? placeholder : t('terms.another')}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
          onClick={() => setOpen(true)}
          onBlur={takeWords}
        />
      </div>
      {/* The list keeps the focus in the field: pressing in it does not blur. */}
      <ul
        id={`${id}-list`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the listbox of a combobox (ARIA practices)
        role="listbox"
        aria-label={label}
        class="combobox-list"
        hidden={!shown}
        onMouseDown={(event) => event.preventDefault()}
      >
        {options.map((term, index) => (
          <TermOption
            key={term.id}
            id={`${id}-${index}`}
            term={term}
            typed={typed}
            active={index === active}
            onTake={() => take(term)}
          />
        ))}
      </ul>
    </div>
  );
}

/** Round through the options and the field itself (-1). */
function nextActive(active: number, step: 1 | -1, count: number): number {
  return ((active + 1 + step + count + 1) % (count + 1)) - 1;
}

interface TermOptionProps {
  id: string;
  term: Term;
  typed: string;
  active: boolean;
  onTake(): void;
}

function TermOption({ id, term, typed, active, onTake }: TermOptionProps) {
  const { language } = useVoice();
  const { terms } = useSetting();
  const synonym = typed.trim() ? hitSynonym(term, typed, language) : undefined;
  const parent = term.parent === null ? undefined : terms.label(term.parent, language);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the combobox, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox points at it with aria-activedescendant
    <li
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of the listbox (ARIA practices)
      role="option"
      aria-selected={active}
      class={active ? 'combobox-option combobox-active' : 'combobox-option'}
      onClick={onTake}
    >
      <DomainBadge domain={terms.domainOf(term.id)} />
      <span>
        {term.label[language]}
        {synonym && <span class="muted"> · {synonym}</span>}
        {parent && <span class="combobox-parent">{parent}</span>}
      </span>
    </li>
  );
}

function ChosenTerm({ term, onRemove }: { term: string; onRemove(): void }) {
  const { t, language } = useVoice();
  const { terms } = useSetting();
  const label = terms.label(term, language);
  return (
    <button
      type="button"
      class="chip combobox-chip"
      aria-label={t('filter.remove', { filter: label })}
      onClick={onRemove}
    >
      <DomainBadge domain={terms.domainOf(term)} size={15} />
      {label}
      <Glyph name="x" size={15} />
    </button>
  );
}
