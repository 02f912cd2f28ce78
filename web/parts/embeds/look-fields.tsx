import { useState } from 'preact/hooks';
import { type EmbedLook, LONGEST_TITLE } from '../../embed/embed-query.ts';
import { THEMES } from '../../embed/fit-accent.ts';
import { asLanguage } from '../../text/language.ts';
import { LANGUAGES } from '../../text/translate.ts';
import { SelectField, TextField } from '../field.tsx';
import { AccentField } from './accent-field.tsx';
import { AccentNotes } from './accent-notes.tsx';
import { useEmbedsWords } from './use-embeds-words.ts';

interface LookFieldsProps {
  look: EmbedLook;
  onChange(change: Partial<EmbedLook>): void;
}

/** Title, language and colours. */
export function LookFields({ look, onChange }: LookFieldsProps) {
  const t = useEmbedsWords();
  // What is typed is kept with its spaces; the address has it without.
  const [title, setTitle] = useState(look.title);
  return (
    <div class="stack">
      <div class="embed-look">
        <TextField
          label={t('titleField')}
          hint={t('titleField.hint')}
          maxLength={LONGEST_TITLE}
          value={title}
          onInput={(event) => {
            setTitle(event.currentTarget.value);
            onChange({ title: event.currentTarget.value.trim() });
          }}
        />
        <SelectField
          label={t('lang')}
          value={look.lang ?? ''}
          options={[
            { value: '', label: t('lang.auto') },
            ...LANGUAGES.map((code) => ({ value: code, label: t(`lang.${code}`) })),
          ]}
          onChange={(lang) => onChange({ lang: asLanguage(lang) ?? null })}
        />
        <SelectField
          label={t('theme')}
          value={look.theme ?? ''}
          options={[
            { value: '', label: t('theme.auto') },
            ...THEMES.map((theme) => ({ value: theme, label: t(`theme.${theme}`) })),
          ]}
          onChange={(chosen) => onChange({ theme: THEMES.find((theme) => theme === chosen) ?? null })}
        />
      </div>
      <AccentField accent={look.accent} onChange={(accent) => onChange({ accent })} />
      {look.accent && <AccentNotes accent={look.accent} theme={look.theme} />}
    </div>
  );
}
