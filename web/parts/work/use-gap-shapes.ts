import type { FeatureCollection } from 'geojson';
import { useEffect, useState } from 'preact/hooks';
import type { GapResult } from '../../../core/gaps/gap.ts';
import type { School } from '../../../core/schools/school.ts';
import { loadOutlines } from '../../api/what-if.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import type { GapShapes } from './gap-shapes.ts';

/** The shapes of a result, once the file that knows hexagons, and census areas where there are any, are there. */
export function useGapShapes(result: GapResult | undefined, schools: readonly School[]): GapShapes | null {
  const [shapes, setShapes] = useState<GapShapes | null>(null);
  const areas = useLoaded<FeatureCollection>(result?.byArea ? 'outlines' : null, loadOutlines);
  const waiting = areas.loading && !areas.data;
  useEffect(() => {
    let current = true;
    if (result && !waiting)
      import('./gap-shapes.ts').then(
        ({ gapShapes }) => {
          if (current) setShapes(gapShapes(result, schools, areas.data?.features ?? []));
        },
        () => undefined, // Without it the table tells the same.
      );
    return () => {
      current = false;
    };
  }, [result, schools, waiting, areas.data]);
  return shapes;
}
