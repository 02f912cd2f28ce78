import { useState } from 'preact/hooks';
import type { EmbedQuery } from '../../embed/embed-query.ts';
import { useRested } from '../../state/use-rested.ts';
import { Button } from '../button.tsx';
import { embedAddress, FRAME_HEIGHT } from './embed-code.ts';
import { useEmbedsWords } from './use-embeds-words.ts';

/** As readers will see it, in the real thing. */
export function PreviewPart({ query }: { query: EmbedQuery }) {
  const t = useEmbedsWords();
  const [isPhone, setPhone] = useState(false);
  const address = useRested(embedAddress('', query));
  return (
    <section class="stack-tight no-print" aria-labelledby="preview">
      <div class="row">
        <h2 id="preview">{t('preview')}</h2>
        <Button class="embed-wide-or-not" aria-pressed={isPhone} onClick={() => setPhone(!isPhone)}>
          {t('preview.phone')}
        </Button>
      </div>
      <iframe
        class={isPhone ? 'embed-preview embed-preview-phone' : 'embed-preview'}
        src={address}
        title={t('preview.frame')}
        height={FRAME_HEIGHT}
        allow="geolocation"
      />
    </section>
  );
}
