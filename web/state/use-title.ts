import { useEffect } from 'preact/hooks';
import { useText } from '../text/use-voice.tsx';

/** Names the page in the browser's tab and history. */
export function useTitle(page: string | undefined): void {
  const t = useText();
  useEffect(() => {
    document.title = page ? t('app.title', { page }) : t('app.name');
  }, [page, t]);
}
