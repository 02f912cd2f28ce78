import { useEffect, useState } from 'preact/hooks';
import type { GapResult } from '../../../core/gaps/gap.ts';
import type { School } from '../../../core/schools/school.ts';
import type { GapShapes } from './gap-shapes.ts';

/** The shapes of a result, once the file that knows hexagons is there; null until then. */
export function useGapShapes(result: GapResult | undefined, schools: readonly School[]): GapShapes | null {
  const [shapes, setShapes] = useState<GapShapes | null>(null);
  useEffect(() => {
    let current = true;
    if (result)
      import('./gap-shapes.ts').then(
        ({ gapShapes }) => {
          if (current) setShapes(gapShapes(result, schools));
        },
        () => undefined, // Without it the table tells the same.
      );
    return () => {
      current = false;
    };
  }, [result, schools]);
  return shapes;
}
