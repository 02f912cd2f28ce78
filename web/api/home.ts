import type { WaitingItem } from '../../core/home/waiting.ts';
import { get } from './request.ts';

export async function loadHome(signal?: AbortSignal): Promise<WaitingItem[]> {
  return (await get<{ items: WaitingItem[] }>('/home', {}, signal)).items;
}
