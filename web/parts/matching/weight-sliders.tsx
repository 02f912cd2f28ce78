import { FACTORS } from '../../../core/matching/match.ts';
import { MOST_HALF_MINUTES, MOST_WEIGHT, type Weighting } from '../../../core/matching/weighting.ts';
import { useMatching } from './use-matching.ts';
import { WeightSlider } from './weight-slider.tsx';

const STEP = 0.5;

interface WeightSlidersProps {
  weighting: Weighting;
  onChange(weighting: Weighting): void;
}

/** A slider for each factor, and one for how fast travel decays. */
export function WeightSliders({ weighting, onChange }: WeightSlidersProps) {
  const { m, t } = useMatching();
  const { weights, travelHalfMinutes } = weighting;
  return (
    <div class="weights-sliders">
      {FACTORS.map((factor) => (
        <WeightSlider
          key={factor}
          label={t(`factor.${factor}`)}
          hint={m(`weights.hint.${factor}`)}
          value={weights[factor]}
          least={0}
          most={MOST_WEIGHT}
          step={STEP}
          swatch={`factor-${factor}`}
          onChange={(value) => onChange({ ...weighting, weights: { ...weights, [factor]: value } })}
        />
      ))}
      <WeightSlider
        label={m('weights.half')}
        hint={m('formula.travel', { n: travelHalfMinutes })}
        value={travelHalfMinutes}
        least={1}
        most={MOST_HALF_MINUTES}
        step={1}
        onChange={(value) => onChange({ ...weighting, travelHalfMinutes: value })}
      />
    </div>
  );
}
