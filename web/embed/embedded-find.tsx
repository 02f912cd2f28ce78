import { ErrorBoundary, lazy } from 'preact-iso';
import { SettingProvider } from '../state/config.tsx';
import type { Language } from '../text/translate.ts';
import { VoiceProvider } from '../text/use-voice.tsx';
import { type FindQuery, formatFindQuery } from '../views/find/find-query.ts';
import { FrameFoot } from './frame-foot.tsx';
import { FrameLocation } from './frame-location.tsx';
import { NobodySignedIn } from './nobody-signed-in.tsx';

const Find = lazy(() => import('../views/find.tsx'));

interface EmbeddedFindProps {
  /** What it shows first. */
  find: FindQuery;
  title: string;
  language: Language;
}

/** Find without what surrounds it on our own pages. */
export function EmbeddedFind({ find, title, language }: EmbeddedFindProps) {
  return (
    <FrameLocation start={`/?${formatFindQuery(find)}`}>
      <VoiceProvider start={() => language} remember={() => undefined}>
        <SettingProvider>
          <NobodySignedIn>
            <main id="content">
              <ErrorBoundary>
                <Find frame={{ title }} />
              </ErrorBoundary>
            </main>
            <FrameFoot />
          </NobodySignedIn>
        </SettingProvider>
      </VoiceProvider>
    </FrameLocation>
  );
}
