import { useId } from 'preact/hooks';

interface WeightSliderProps {
  label: string;
  hint: string;
  value: number;
  least: number;
  most: number;
  step: number;
  /** A class that colours the swatch beside the label. */
  swatch?: string;
  onChange(value: number): void;
}

/** The browser's own slider with a field for the number beside it: either may be used, by mouse, touch or keys. */
export function WeightSlider({ label, hint, value, least, most, step, swatch, onChange }: WeightSliderProps) {
  const id = useId();
  const take = (text: string) => {
    const number = Number(text);
    if (text !== '' && number >= least && number <= most) onChange(number);
  };
  return (
    <div class="weight">
      <span id={id} class="weight-label">
        {swatch && <span class={`weight-swatch ${swatch}`} aria-hidden="true" />}
        {label}
      </span>
      <input
        type="range"
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        min={least}
        max={most}
        step={step}
        value={value}
        onInput={(event) => take(event.currentTarget.value)}
      />
      <input
        type="number"
        class="figures"
        inputMode="decimal"
        aria-labelledby={id}
        min={least}
        max={most}
        step={step}
        value={value}
        onChange={(event) => {
          take(event.currentTarget.value);
          event.currentTarget.value = String(value);
        }}
      />
      <p id={`${id}-hint`} class="field-hint">
        {hint}
      </p>
    </div>
  );
}
