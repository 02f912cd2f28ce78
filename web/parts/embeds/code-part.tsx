import { useRef, useState } from 'preact/hooks';
import type { EmbedQuery } from '../../embed/embed-query.ts';
import { Button } from '../button.tsx';
import { CheckField, Field } from '../field.tsx';
import { StatusLine } from '../status-line.tsx';
import { embedCode } from './embed-code.ts';
import { useEmbedsWords } from './use-embeds-words.ts';

/** The code to take along. */
export function CodePart({ query }: { query: EmbedQuery }) {
  const t = useEmbedsWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const [scripted, setScripted] = useState(true);
  const [taken, setTaken] = useState({ code: '', how: 'copied' as 'copied' | 'selected' });
  const title = query.look.title || t('frameTitle');
  const code = embedCode({ origin: location.origin, query, title, scripted });

  async function copy(): Promise<void> {
    const how = await toClipboard(code);
    if (how === 'selected') area.current?.select();
    setTaken({ code, how });
  }

  return (
    <section class="stack-tight" aria-labelledby="code">
      <h2 id="code">{t('code')}</h2>
      <Field label={t('code.label')} labelHidden>
        {(control) => (
          <textarea
            {...control}
            ref={area}
            class="embed-code"
            readOnly
            rows={6}
            value={code}
            spellcheck={false}
          />
        )}
      </Field>
      <CheckField label={t('code.scripted')} checked={scripted} onChange={setScripted} />
      <div class="row">
        <Button look="primary" onClick={copy}>
          {t('code.copy')}
        </Button>
        <StatusLine>{taken.code === code ? t(`code.${taken.how}`) : ''}</StatusLine>
      </div>
    </section>
  );
}

/** Without https, or where the browser refuses, it is for the reader's own keys to copy what is selected. */
async function toClipboard(text: string): Promise<'copied' | 'selected'> {
  if (!('clipboard' in navigator)) return 'selected';
  return navigator.clipboard.writeText(text).then(
    () => 'copied',
    () => 'selected',
  );
}
