import { layOutGroup } from './lay-out-group.ts';
import { chunksOf, dealItems, type PointInput, pointTask } from './point-task.ts';
import { pointWorker } from './point-worker.ts';
import { settleEdges } from './settle-edges.ts';
import { siteRatios } from './site-ratios.ts';

/**
 * E2SFCA with steps in km between points, within each group, as `measureAccess` has it over the table of all ways:
 * NaN where nothing is in reach. No such table is made.
 */
export function accessOfPoints(input: PointInput): Float64Array {
  const task = pointTask(input, 1, (bytes) => new ArrayBuffer(bytes));
  dealItems(task);
  const groups = Array.from({ length: task.groups }, (_, group) => group);
  for (const group of groups) layOutGroup(task, group);
  const worker = pointWorker(task, 0);
  worker.begin();
  for (const chunk of chunksOf(task)) worker.count(chunk);
  for (const group of groups) siteRatios(task, group);
  worker.sumAll();
  settleEdges(task);
  return task.access;
}
