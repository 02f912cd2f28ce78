import type { WaitingItem } from '../../core/home/waiting.ts';
import { get, put, remove } from './request.ts';

export interface Home {
  items: WaitingItem[];
  /** Not for today. */
  putOff: WaitingItem[];
}

export function loadHome(signal?: AbortSignal): Promise<Home> {
  return get<Home>('/home', {}, signal);
}

export function putOff({ kind, count }: WaitingItem): Promise<void> {
  return put(`/home/put-off/${kind}`, { count });
}

export function takeBack({ kind }: WaitingItem): Promise<void> {
  return remove(`/home/put-off/${kind}`);
}
