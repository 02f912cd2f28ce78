import type { ComponentType } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { SkipLink } from '../parts/skip-link.tsx';
import { useVoice } from '../text/use-voice.tsx';
import type { MapViewProps } from './map-view.tsx';

let view: ComponentType<MapViewProps> | null = null;

/**
 * The map as the rest of the interface uses it. Leaflet comes as a file of its own after the words are there, with a
 * link that skips the map. Every task on it has a way in a list beside it.
 */
export function PlaceMap(props: MapViewProps) {
  const { t, language } = useVoice();
  const after = useId();
  const [View, setView] = useState<ComponentType<MapViewProps> | null>(() => view);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (View) return;
    import('./map-view.tsx').then(
      (module) => {
        view = module.MapView;
        setView(() => module.MapView);
      },
      () => setFailed(true),
    );
  }, [View]);
  return (
    <div class="map-frame">
      <SkipLink to={after}>{t('skip.map')}</SkipLink>
      {/* Another language is another map: what still draws on the old one would find it gone. */}
      {View ? (
        <View key={language} {...props} />
      ) : (
        <p class="map-waiting">{failed ? t('map.failed') : t('map.loading')}</p>
      )}
      <span id={after} tabIndex={-1} />
    </div>
  );
}
