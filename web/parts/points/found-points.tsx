import type { Candidate, GeocodingState } from '../../../core/geocoding/geocoding.ts';
import type { GeocodingView } from '../../../core/geocoding/point-view.ts';
import { Button } from '../button.tsx';
import { usePoints } from './use-points.ts';

interface FoundPointsProps {
  found: GeocodingView;
  onChoose(candidate: Candidate): void;
  /** That none of them is right, or that it is to be decided again. */
  onLeave(left: boolean): void;
}

/** There was something to find, and a person can decide about it. */
const TO_DECIDE: ReadonlySet<GeocodingState | 'none'> = new Set(['waiting', 'not-found', 'left']);

/** What was found for the address, the best first, with what speaks against each. */
export function FoundPoints({ found, onChoose, onLeave }: FoundPointsProps) {
  const { t, sayQuality } = usePoints();
  if (!TO_DECIDE.has(found.state)) return null;
  return (
    <section class="stack-tight">
      <h2>{t('found')}</h2>
      {found.state === 'left' && <p>{t('found.left')}</p>}
      {found.several && <p>{t('found.several')}</p>}
      {found.candidates.length === 0 && !found.several && <p>{t('found.none')}</p>}
      <ol class="plain-list found-points">
        {found.candidates.map((candidate, row) => (
          <li key={candidate.label} class="stack-tight">
            <p>
              {row + 1}. {candidate.label}
            </p>
            <p class="muted small">{sayQuality(candidate)}</p>
            <p class="no-print">
              <Button
                aria-label={t('chooseOf', { n: row + 1, label: candidate.label })}
                onClick={() => onChoose(candidate)}
              >
                {t('choose')}
              </Button>
            </p>
          </li>
        ))}
      </ol>
      {found.state !== 'not-found' && (
        <p class="no-print">
          <Button look="quiet" onClick={() => onLeave(found.state !== 'left')}>
            {t(found.state === 'left' ? 'noneUndo' : 'none')}
          </Button>
        </p>
      )}
    </section>
  );
}
