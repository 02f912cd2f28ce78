import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { placeFocus } from '../state/keep-focus.ts';
import type { Loaded } from '../state/use-loaded.ts';
import { useText } from '../text/use-voice.tsx';
import { LoadingBar } from './loading-bar.tsx';
import { ErrorState, Skeleton } from './states.tsx';
import { StatusLine } from './status-line.tsx';

/** A page about one record: its skeleton, what went wrong, or itself. */
export function LoadedPage<T>({
  loaded,
  children,
}: {
  loaded: Loaded<T>;
  children(data: T): ComponentChildren;
}) {
  const t = useText();
  const { data, problem, loading, reload } = loaded;
  const there = data !== undefined || problem !== null;
  useEffect(() => {
    if (there && document.activeElement === document.body) placeFocus();
  }, [there]);
  return (
    <>
      {loading && <LoadingBar />}
      <StatusLine hidden>{loading ? t('loading') : ''}</StatusLine>
      {problem && (!data || problem.status === 404) ? (
        <div class="page">
          <ErrorState problem={problem} onRetry={reload} page />
        </div>
      ) : data !== undefined ? (
        children(data)
      ) : (
        <div class="page">
          <Skeleton lines={8} />
        </div>
      )}
    </>
  );
}
