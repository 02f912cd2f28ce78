import { useSetting } from '../../state/config.tsx';
import { useVoice } from '../../text/use-voice.tsx';
import { Button } from '../button.tsx';
import { TermSelect } from '../work/term-select.tsx';
import { useCorrections } from './use-corrections.ts';

interface TermsInputProps {
  label: string;
  error: string | undefined;
  chosen: readonly string[];
  onChange(terms: string[]): void;
}

/** The terms of a service, each with a button that removes it, and one more to choose. */
export function TermsInput({ label, error, chosen, onChange }: TermsInputProps) {
  const { t } = useCorrections();
  const { language } = useVoice();
  const { terms } = useSetting();
  return (
    <>
      <TermSelect
        label={label}
        value=""
        placeholder={t('terms')}
        without={chosen}
        onChange={(term) => term && onChange([...chosen, term])}
      />
      <ul class="plain-list stack-tight">
        {chosen.map((id) => (
          <li key={id} class="row">
            <span>{terms.label(id, language)}</span>
            <Button look="quiet" onClick={() => onChange(chosen.filter((each) => each !== id))}>
              {t('terms.remove', { term: terms.label(id, language) })}
            </Button>
          </li>
        ))}
      </ul>
      {error && <p class="field-error">{error}</p>}
    </>
  );
}
