import { useState } from 'preact/hooks';
import {
  PLAN_CONFLICTS,
  type PlanChange,
  type PlanConflict,
  type PlanRow,
  type PlanSummary,
} from '../../../core/placement/plan.ts';
import {
  decideOnPlan,
  keepTogether,
  loadPlanRows,
  loadPlanSummary,
  type PlanDecision,
  type PlanRows,
  undoOnPlan,
} from '../../api/plans.ts';
import type { Problem } from '../../api/problem.ts';
import { asProblem, keepReply, useLoaded } from '../../state/use-loaded.ts';

export type PlanAct = PlanDecision['decision'] | 'together' | 'apart' | 'undo';
export type ConflictCode = PlanConflict['code'];

/** What the last act here came to. */
export interface PlanOutcome {
  act: PlanAct;
  changed: number;
  conflicts: ReadonlyMap<string, ConflictCode>;
}

export interface PlanActs {
  busy: boolean;
  outcome: PlanOutcome | null;
  /** An act that did not work at all. */
  problem: Problem | null;
  decide(decision: PlanDecision): Promise<boolean>;
  together(rows: readonly [string, string], together: boolean): Promise<boolean>;
  undo(): Promise<boolean>;
}

/** A plan with its rows, and what can be done to it. What the server answers is shown; nothing is shown before. */
export function usePlan(id: string) {
  const keys = { summary: `plan ${id}`, rows: `plan-rows ${id}` };
  const summary = useLoaded<PlanSummary>(keys.summary, (signal) => loadPlanSummary(id, signal));
  const rows = useLoaded<PlanRows>(keys.rows, (signal) => loadPlanRows(id, signal));
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<PlanOutcome | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function act(name: PlanAct, send: () => Promise<PlanChange>): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      const change = await send();
      keepReply(keys.summary, change.summary);
      if (rows.data) keepReply(keys.rows, { ...rows.data, rows: withChanged(rows.data.rows, change.rows) });
      const conflicts = new Map(change.conflicts.map(({ row, code }) => [row, code]));
      setOutcome({ act: name, changed: change.rows.length, conflicts });
      return true;
    } catch (error) {
      const failed = asProblem(error);
      const conflicts = conflictsOf(failed);
      if (conflicts.size > 0) setOutcome({ act: name, changed: 0, conflicts });
      else setProblem(failed);
      return conflicts.size > 0;
    } finally {
      setBusy(false);
    }
  }

  const acts: PlanActs = {
    busy,
    outcome,
    problem,
    decide: (decision) => act(decision.decision, () => decideOnPlan(id, decision)),
    together: (pair, together) =>
      act(together ? 'together' : 'apart', () => keepTogether(id, pair, together)),
    undo: () => act('undo', () => undoOnPlan(id)),
  };
  return { summary, rows, acts };
}

/** The rows in their order, those that changed as they are now. */
export function withChanged(rows: readonly PlanRow[], changed: readonly PlanRow[]): PlanRow[] {
  const byId = new Map(changed.map((row) => [row.id, row]));
  return rows.map((row) => byId.get(row.id) ?? row);
}

/** Where nothing at all could be changed, the server refuses and names why, row by row. */
export function conflictsOf({ code, errors }: Problem): ReadonlyMap<string, ConflictCode> {
  if (code !== 'plan-conflicts') return new Map();
  const known = errors.flatMap(({ path, message }): [string, ConflictCode][] => {
    const found = PLAN_CONFLICTS.find((conflict) => conflict === message);
    return found ? [[path, found]] : [];
  });
  return new Map(known);
}
