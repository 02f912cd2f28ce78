import type { FeatureCollection } from 'geojson';
import type { Scenario, ScenarioDraft, WhatIfQuestion } from '../../core/what-if/scenario.ts';
import type { Snapshot } from '../../core/what-if/snapshot.ts';
import type { List } from './list.ts';
import { get, post, put, remove } from './request.ts';

export interface ScenarioView extends Scenario {
  mayEdit: boolean;
}

export function loadSnapshot(question: WhatIfQuestion, signal?: AbortSignal): Promise<Snapshot> {
  const { terms, minutes, mode, demand } = question;
  return get(
    '/what-if-snapshots',
    { terms: terms.join(), minutes, mode, demand: demand.of, need: demand.term },
    signal,
  );
}

export function loadScenarios(signal?: AbortSignal): Promise<List<ScenarioView>> {
  return get('/scenarios', {}, signal);
}

export function loadScenario(id: string, signal?: AbortSignal): Promise<ScenarioView> {
  return get(`/scenarios/${id}`, {}, signal);
}

export function createScenario(draft: ScenarioDraft): Promise<ScenarioView> {
  return post('/scenarios', draft);
}

export function changeScenario(
  id: string,
  change: ScenarioDraft & { version: number },
): Promise<ScenarioView> {
  return put(`/scenarios/${id}`, change);
}

export function deleteScenario(id: string): Promise<void> {
  return remove(`/scenarios/${id}`);
}

export function restoreScenario(id: string): Promise<ScenarioView> {
  return post(`/scenarios/${id}/restore`);
}

/** Outlines of the census areas; a point where an area has none. */
export function loadOutlines(signal?: AbortSignal): Promise<FeatureCollection> {
  return get('/demand-areas', {}, signal);
}
