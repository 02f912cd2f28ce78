import { useEffect, useState } from 'preact/hooks';
import { useText } from '../text/use-voice.tsx';

/** Says that there is no connection, and that what is shown is what was there last. */
export function OfflineNotice() {
  const t = useText();
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const hear = () => setOnline(navigator.onLine);
    addEventListener('online', hear);
    addEventListener('offline', hear);
    return () => {
      removeEventListener('online', hear);
      removeEventListener('offline', hear);
    };
  }, []);
  return (
    <div role="status">
      {!online && (
        <div class="demo-banner">
          <p>{t('offline.notice')}</p>
        </div>
      )}
    </div>
  );
}
