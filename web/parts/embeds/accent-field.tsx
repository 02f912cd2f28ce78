import { useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { OUR_ACCENT, readColorCode } from './read-color-code.ts';
import { useEmbedsWords } from './use-embeds-words.ts';

interface AccentFieldProps {
  /** "#00205b"; null: ours. */
  accent: string | null;
  onChange(accent: string | null): void;
}

/** The site's colour, by its code or from the browser's own palette. */
export function AccentField({ accent, onChange }: AccentFieldProps) {
  const t = useEmbedsWords();
  const [typed, setTyped] = useState(accent ?? '');
  const wrong = typed.trim() !== '' && readColorCode(typed) === null;

  function type(text: string): void {
    setTyped(text);
    const code = readColorCode(text);
    if (code || text.trim() === '') onChange(code);
  }

  return (
    <fieldset class="embed-accent">
      <legend>{t('accent')}</legend>
      <TextField
        label={t('accent.code')}
        hint={t('accent.hint')}
        error={wrong ? t('accent.wrong') : undefined}
        value={typed}
        spellcheck={false}
        autoComplete="off"
        onInput={(event) => type(event.currentTarget.value)}
      />
      <TextField
        label={t('accent.pick')}
        type="color"
        value={accent ?? OUR_ACCENT}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {accent !== null && <Button onClick={() => type('')}>{t('accent.usual')}</Button>}
    </fieldset>
  );
}
