import { useCallback, useState } from 'preact/hooks';
import { stepPoint } from '../../../core/geo/step-point.ts';
import { WEEK_HOURS } from '../../../core/what-if/scenario.ts';
import { withoutChangesOf } from '../../../core/what-if/with-change.ts';
import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import { type KnownSite, moveOf } from './known-sites.ts';
import { SpotSelect } from './spot-select.tsx';
import type { Spot } from './spots.ts';
import type { Changes } from './use-changes.ts';
import { useWhatIfWords } from './use-what-if-words.ts';

interface SiteEditorProps {
  spots: readonly Spot[];
  site: KnownSite;
  changes: Changes;
}

const DIRECTIONS = [
  ['north', 0, 1],
  ['south', 0, -1],
  ['west', -1, 0],
  ['east', 1, 0],
] as const;

/** Metres of a step. */
const STEPS = ['100', '1000'];
const MOST_PLACES = 100_000;

/** One service: how much room it has, where it is, whether it is open. All that the map can do, without it. */
export function SiteEditor({ spots, site, changes }: SiteEditorProps) {
  const { t } = useWhatIfWords();
  const { id, name, look, today } = site;
  const isClosed = look === 'closed';
  const takeBack = () => changes.replace(withoutChangesOf(changes.all, id));
  return (
    <section class="what-if-card what-if-site no-print" aria-label={name}>
      <h4>
        {name} <span class="muted small">{t(`site.${look}`)}</span>
      </h4>
      {!isClosed && <Room key={`${id} ${site.capacity}`} {...{ site, changes }} />}
      {!isClosed && site.hours !== undefined && (
        <Hours key={`${id} ${site.hours}`} {...{ site, changes }} hours={site.hours} />
      )}
      {!isClosed && <Moving {...{ spots, site, changes }} />}
      <div class="row">
        {!isClosed && (
          <Button icon="x" onClick={() => changes.make({ kind: 'remove', siteId: id })}>
            {t(today ? 'site.off' : 'site.remove')}
          </Button>
        )}
        {today && look !== 'open' && <Button onClick={takeBack}>{t('site.back')}</Button>}
      </div>
    </section>
  );
}

type ChangingProps = Pick<SiteEditorProps, 'site' | 'changes'>;

/** Places as they would be. What is typed holds for the hours that are chosen, and is kept as for those of today. */
function Room({ site, changes }: ChangingProps) {
  const { t } = useWhatIfWords();
  const share = site.hours && site.today?.hours ? site.hours / site.today.hours : 1;
  return (
    <NumberField
      label={t('site.capacity')}
      wrong={t('site.capacityWrong')}
      value={site.capacity}
      isRight={(capacity) => capacity >= 0 && capacity / share <= MOST_PLACES}
      onTake={(capacity) => changes.make({ kind: 'capacity', siteId: site.id, capacity: capacity / share })}
    />
  );
}

/** Of a service that has said when it is open. */
function Hours({ site, changes, hours }: ChangingProps & { hours: number }) {
  const { t } = useWhatIfWords();
  return (
    <NumberField
      label={t('site.hours')}
      hint={t('site.hoursHelp')}
      wrong={t('site.hoursWrong')}
      value={hours}
      isRight={(typed) => typed > 0 && typed <= WEEK_HOURS}
      onTake={(typed) => changes.make({ kind: 'hours', siteId: site.id, hours: typed })}
    />
  );
}

interface NumberFieldProps {
  label: string;
  hint?: string;
  wrong: string;
  value: number;
  isRight(typed: number): boolean;
  onTake(typed: number): void;
}

/** Taken when somebody leaves the field or presses Enter; a comma is a point. */
function NumberField({ label, hint, wrong, value, isRight, onTake }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(Math.round(value * 10) / 10));
  const [isWrong, setWrong] = useState(false);
  const take = () => {
    const number = typed.trim() === '' ? Number.NaN : Number(typed.replace(',', '.'));
    const right = isRight(number);
    setWrong(!right);
    if (right) onTake(number);
  };
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="decimal"
      value={typed}
      error={isWrong ? wrong : undefined}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={take}
    />
  );
}

function Moving({ spots, site, changes }: SiteEditorProps) {
  const { t } = useWhatIfWords();
  const [step, setStep] = useState(STEPS[0]!);
  const moveTo = useCallback(
    (chosen: string) => {
      const spot = spots.find(({ id }) => id === chosen);
      if (spot) changes.make(moveOf(site.id, spot.point));
    },
    [spots, site.id, changes.make],
  );
  const go = (point: KnownSite['point']) => changes.make(moveOf(site.id, point));
  const km = Number(step) / 1000;
  return (
    <>
      <SpotSelect label={t('site.moveTo')} value="" spots={spots} onChange={moveTo} />
      <div class="controls what-if-steps">
        <SelectField
          label={t('site.step')}
          value={step}
          options={STEPS.map((metres) => ({ value: metres, label: metres === '100' ? '100 m' : '1 km' }))}
          onChange={setStep}
        />
        {DIRECTIONS.map(([way, east, north]) => (
          <Button key={way} onClick={() => go(stepPoint(site.point, east * km, north * km))}>
            {t(`site.${way}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
