import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ScenarioChange } from '../../../core/what-if/scenario.ts';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import { createWhatIf, type WhatIf, type WhatIfResult } from '../../../core/what-if/what-if-engine.ts';
import { loadOutlines } from '../../api/what-if.ts';
import type { WhatIfShapes } from './what-if-shapes.ts';

/** Answers for some changes at once; only what the last change has changed is computed. */
export function useWhatIf(
  snapshot: Snapshot,
  changes: readonly ScenarioChange[],
): { before: WhatIfResult; now: WhatIfResult } {
  const whatIf: WhatIf = useMemo(() => createWhatIf(snapshot), [snapshot]);
  const now = useMemo(() => whatIf.set(changes), [whatIf, changes]);
  return { before: whatIf.before, now };
}

/** The shapes of a snapshot, once the file that knows hexagons is there; null until then. */
export function useWhatIfShapes(snapshot: Snapshot): WhatIfShapes | null {
  const [shapes, setShapes] = useState<WhatIfShapes | null>(null);
  useEffect(() => {
    let current = true;
    const ofAreas = snapshot.demand.kinds.includes('area');
    // Without their outlines areas are points.
    const outlines = ofAreas
      ? loadOutlines().then(
          ({ features }) => features,
          () => [],
        )
      : [];
    Promise.all([import('./what-if-shapes.ts'), outlines]).then(
      ([{ whatIfShapes }, features]) => {
        if (current) setShapes(whatIfShapes(snapshot, features));
      },
      () => undefined, // Without it the table tells the same.
    );
    return () => {
      current = false;
    };
  }, [snapshot]);
  return shapes;
}
