import type { GeocoderView, GeocodingView, PointList, PointReason } from '../../core/geocoding/point-view.ts';
import type { JobView } from '../../core/jobs/job.ts';
import { get, post, put } from './request.ts';

export function loadPoints(
  query: { page: number; reason?: PointReason | undefined },
  signal?: AbortSignal,
): Promise<PointList> {
  return get('/points', query, signal);
}

export function loadFound(id: string, signal?: AbortSignal): Promise<GeocodingView> {
  return get(`/points/${encodeURIComponent(id)}`, {}, signal);
}

/** That nothing of what was found is right, or to be asked again. */
export function leaveFound(id: string, left: boolean): Promise<GeocodingView> {
  return put(`/points/${encodeURIComponent(id)}/left`, { left });
}

export function loadGeocoder(signal?: AbortSignal): Promise<GeocoderView> {
  return get('/geocoder', {}, signal);
}

export function findPoints(): Promise<JobView> {
  return post('/geocode-runs');
}
