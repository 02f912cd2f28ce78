import 'leaflet/dist/leaflet.css';
import '../styles/map.css';
import type * as Geo from 'geojson';
import {
  type LatLngBounds,
  type LatLngBoundsExpression,
  type Map as LeafletMap,
  latLngBounds,
  type PanInsideOptions,
} from 'leaflet';
import { useEffect, useRef, useState } from 'preact/hooks';
import { greatCircleKm } from '../../core/geo/great-circle-km.ts';
import type { Position } from '../../core/geo/point.ts';
import { useSetting } from '../state/config.tsx';
import { useText } from '../text/use-voice.tsx';
import { createBaseMap, latLng } from './base-map.ts';
import type {
  MapAreas,
  MapCrowd,
  MapFlows,
  MapOrigin,
  MapPlace,
  MapReach,
  MapRoute,
  MapSites,
} from './map-types.ts';
import { addPickControl } from './pick-control.ts';
import { addPinLayer } from './pin-layer.ts';
import { addReachLayer } from './reach-layer.ts';

export interface MapViewProps {
  /** What the map shows, for those who do not see it. */
  label: string;
  places?: readonly MapPlace[];
  origin?: MapOrigin | null;
  reach?: MapReach | null;
  routes?: readonly MapRoute[];
  areas?: MapAreas | null;
  flows?: MapFlows | null;
  sites?: MapSites | null;
  crowd?: MapCrowd | null;
  selected?: string | null;
  hovered?: string | null;
  onSelect?(id: string): void;
  onHover?(id: string | null): void;
  /** Somebody wants to search from a point of the map. */
  onPick?(position: Position): void;
  /** Height in pixels at the lower edge that something covers; the chosen pin stays clear of it. */
  covered?: number;
  /** The map moves to show everything whenever this changes, and otherwise stays where people put it. */
  fit: string;
}

interface Layers {
  base: LeafletMap;
  pins: ReturnType<typeof addPinLayer>;
  reach: ReturnType<typeof addReachLayer>;
}

/** The one map of Trellis. It draws what it is given and tells what people point at; it knows nothing else. */
export function MapView(props: MapViewProps) {
  const { label, places, origin, reach, routes, areas, flows, sites, crowd, selected, hovered, fit } = props;
  const element = useRef<HTMLDivElement>(null);
  const layers = useLayers(element, props);
  const active = hovered ?? selected ?? null;
  useLater(layers, routes, loadRoutes, active);
  useLater(layers, areas, loadChoropleth);
  useLater(layers, flows, loadFlows);
  useLater(layers, sites, loadSites);
  useLater(layers, crowd, loadCrowd);

  useEffect(() => layers?.pins.setPlaces(places ?? []), [layers, places]);
  useEffect(
    () => layers?.pins.setState({ selected: selected ?? null, hovered: hovered ?? null }),
    [layers, selected, hovered],
  );
  useEffect(() => {
    const place = places?.find(({ id }) => id === selected);
    if (layers && place) keepClear(layers.base, place, props.covered ?? 0);
  }, [layers, selected]);
  useEffect(() => layers?.reach.set(origin ?? null, reach ?? null), [layers, origin, reach]);
  useEffect(() => {
    if (layers) fitAll(layers.base, props);
  }, [layers, fit]);

  return <section class="map" ref={element} aria-label={label} />;
}

const loadRoutes = () => import('./route-layer.ts').then(({ addRouteLayer }) => addRouteLayer);
const loadFlows = () => import('./flow-layer.ts').then(({ addFlowLayer }) => addFlowLayer);
const loadSites = () => import('./site-layer.ts').then(({ addSiteLayer }) => addSiteLayer);
const loadCrowd = () => import('./crowd-layer.ts').then(({ addCrowdLayer }) => addCrowdLayer);
const loadChoropleth = () => import('./choropleth.ts').then(({ addChoropleth }) => addChoropleth);

/** What draws something that only some maps have; null: nothing. */
interface LaterLayer<Shown> {
  set(shown: Shown | null, active: string | null): void;
}

/** A layer whose code comes once there is something to show. */
function useLater<Shown>(
  layers: Layers | null,
  shown: Shown | null | undefined,
  load: () => Promise<(base: LeafletMap) => LaterLayer<Shown>>,
  active: string | null = null,
): void {
  const [layer, setLayer] = useState<LaterLayer<Shown> | null>(null);
  const needed = useRef(false);
  needed.current ||= !!shown;
  useEffect(() => {
    if (!layers || !needed.current) return;
    let left = false;
    void load().then((add) => {
      if (!left) setLayer(add(layers.base));
    });
    return () => {
      left = true;
      setLayer(null);
    };
  }, [layers, needed.current, load]);
  useEffect(() => layer?.set(shown ?? null, active), [layer, shown, active]);
}

function useLayers(element: { current: HTMLDivElement | null }, props: MapViewProps): Layers | null {
  const t = useText();
  const { config, units } = useSetting();
  const [layers, setLayers] = useState<Layers | null>(null);
  const current = useRef(props);
  current.current = props;

  useEffect(() => {
    if (!element.current || !config) return;
    const base = createBaseMap(element.current, {
      tiles: config.tiles,
      credits: config.credits,
      bounds: config.district?.bounds ?? null,
      invented: (config.demo && config.district?.center) || null,
      units,
      zoomIn: t('map.zoomIn'),
      zoomOut: t('map.zoomOut'),
    });
    if (props.onPick)
      addPickControl(base, t('map.searchHere'), (position) => current.current.onPick?.(position));
    setLayers({
      base,
      reach: addReachLayer(base),
      pins: addPinLayer(base, {
        onSelect: (id) => current.current.onSelect?.(id),
        onHover: (id) => current.current.onHover?.(id),
        clusterLabel: (n) => t('map.cluster', { n }),
      }),
    });
    let hidden = base.getSize().x === 0;
    const watcher = new ResizeObserver(() => {
      base.invalidateSize({ animate: false });
      // What was drawn while the map had no size was fitted to nothing.
      if (hidden && base.getSize().x > 0) fitAll(base, current.current);
      hidden = base.getSize().x === 0;
    });
    watcher.observe(element.current);
    return () => {
      watcher.disconnect();
      base.remove();
      setLayers(null);
    };
  }, [config, units, t]);
  return layers;
}

function fitAll(base: LeafletMap, props: MapViewProps): void {
  const bounds = latLngBounds([]);
  for (const place of props.places ?? []) bounds.extend(latLng(place.position));
  for (const route of props.routes ?? []) bounds.extend(latLng(route.from)).extend(latLng(route.to));
  for (const flow of props.flows?.flows ?? []) bounds.extend(latLng(flow.from)).extend(latLng(flow.to));
  for (const site of props.sites?.sites ?? []) bounds.extend(latLng(site.position));
  if (props.origin) bounds.extend(latLng(props.origin.position));
  if (props.reach) bounds.extend(boxAround(props.reach));
  for (const { geometry } of props.areas?.shapes.features ?? [])
    if ('coordinates' in geometry) extendBy(bounds, geometry.coordinates);
  if (!bounds.isValid()) return;
  base.fitBounds(bounds, { animate: false, padding: [36, 44], maxZoom: 14 });
}

type Nested = Geo.Position | readonly Nested[];

/** Every corner of a shape, however deep its rings lie. */
function extendBy(bounds: LatLngBounds, corners: Nested): void {
  const [lon, lat] = corners;
  if (typeof lon === 'number' && typeof lat === 'number') bounds.extend([lat, lon]);
  else for (const part of corners) if (typeof part !== 'number') extendBy(bounds, part);
}

/** Moves the map as little as it takes to see the pin with its name. */
function keepClear(base: LeafletMap, place: MapPlace, covered: number): void {
  if (base.getSize().y < covered + 120) return;
  const options = { paddingTopLeft: [70, 64], paddingBottomRight: [70, covered + 40] } as const;
  base.panInside(latLng(place.position), { ...options, animate: false } as PanInsideOptions);
}

/** Kilometres north and east as degrees, by measuring one degree of each. */
function boxAround({ center, km }: MapReach): ReturnType<typeof latLngBounds> {
  const [lon, lat] = center;
  const dLat = km / greatCircleKm([lon, lat], [lon, lat + 1]);
  const dLon = km / greatCircleKm([lon, lat], [lon + 1, lat]);
  const corners: LatLngBoundsExpression = [
    [lat - dLat, lon - dLon],
    [lat + dLat, lon + dLon],
  ];
  return latLngBounds(corners);
}
