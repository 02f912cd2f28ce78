import type { ComponentChildren } from 'preact';
import { useSetting } from '../../state/config.tsx';
import { useVoice } from '../../text/use-voice.tsx';
import { activeFilters, describeCount } from '../../views/find/describe-query.ts';
import type { FindQuery } from '../../views/find/find-query.ts';
import { useDownloadWords } from './use-download-words.ts';

/** Which search the file will hold, in words, with the ways to another one. */
export function WhatPart({ find, total, search }: { find: FindQuery; total: number; search: string }) {
  const t = useDownloadWords();
  const voice = useVoice();
  const setting = useSetting();
  const filters = activeFilters(voice, find).map(({ label }) => label);
  return (
    <Part>
      <p>
        <strong>{[describeCount(voice, find, setting, total), ...filters].join(' · ')}</strong>
      </p>
      <p class="muted">{t('part')}</p>
      <p>
        <a href={`/?${search}`}>{t('change')}</a>
      </p>
    </Part>
  );
}

/** How much is at a site. */
export function WhatSite({ id, total }: { id: string; total: number }) {
  const t = useDownloadWords();
  return (
    <Part>
      <p>
        <strong>{t('found', { n: total })}</strong>
      </p>
      <p>
        <a href={`/locations/${id}`}>{t('backToSite')}</a>
      </p>
    </Part>
  );
}

function Part({ children }: { children: ComponentChildren }) {
  const t = useDownloadWords();
  return (
    <div class="stack-tight no-print">
      {children}
      <p>
        <a href="/download">{t('wholeInstead')}</a>
      </p>
    </div>
  );
}
