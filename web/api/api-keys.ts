import type { ApiKeyView, MadeApiKey, NewApiKey } from '../../core/api-keys/api-key.ts';
import type { List } from './list.ts';
import { get, post, remove } from './request.ts';

export async function loadApiKeys(): Promise<ApiKeyView[]> {
  return (await get<List<ApiKeyView>>('/api-keys')).items;
}

export function makeApiKey(key: NewApiKey): Promise<MadeApiKey> {
  return post<MadeApiKey>('/api-keys', key);
}

export function endApiKey(id: string): Promise<void> {
  return remove(`/api-keys/${id}`);
}
