import type { EligibilityWords } from '../../../core/eligibility/eligibility-words.ts';
import { type Circumstances, GENDERS, type IncomeBand } from '../../../core/students/circumstances.ts';
import { useEligibilityWords, useSayEligibility } from '../eligibility/eligibility-provider.tsx';
import { type Option, SelectField } from '../field.tsx';

/** Bands between the figures that programs for families go by; another one that is noted stays. */
const BANDS: readonly IncomeBand[] = [
  { maximumFpl: 100 },
  { minimumFpl: 100, maximumFpl: 130 },
  { minimumFpl: 130, maximumFpl: 185 },
  { minimumFpl: 185, maximumFpl: 200 },
  { minimumFpl: 200, maximumFpl: 250 },
  { minimumFpl: 250, maximumFpl: 400 },
  { minimumFpl: 400 },
];

interface CircumstancesEditorProps {
  circumstances: Circumstances;
  onChange(circumstances: Circumstances): void;
}

/** What services may ask of a student: each fact known or not known. */
export function CircumstancesEditor({ circumstances, onChange }: CircumstancesEditorProps) {
  const { t } = useSayEligibility();
  return (
    <fieldset>
      <legend>{t('known.title')}</legend>
      <p class="field-hint">{t('known.lead')}</p>
      <GenderField circumstances={circumstances} onChange={onChange} />
      <IncomeField circumstances={circumstances} onChange={onChange} />
      <AttributeFields circumstances={circumstances} onChange={onChange} />
      <ProgramFields circumstances={circumstances} onChange={onChange} />
    </fieldset>
  );
}

function GenderField({ circumstances, onChange }: CircumstancesEditorProps) {
  const { t } = useSayEligibility();
  const { gender, ...others } = circumstances;
  return (
    <SelectField
      label={t('known.gender')}
      value={gender ?? ''}
      options={[
        unknown(t('known.unknown')),
        ...GENDERS.map((value) => ({ value, label: t(`gender.${value}`) })),
      ]}
      onChange={(value) => {
        const picked = GENDERS.find((each) => each === value);
        onChange(picked ? { ...others, gender: picked } : others);
      }}
    />
  );
}

function IncomeField({ circumstances, onChange }: CircumstancesEditorProps) {
  const { t, income } = useSayEligibility();
  const { incomeBand, ...others } = circumstances;
  const key = (band: IncomeBand | undefined) =>
    band ? `${band.minimumFpl ?? ''}-${band.maximumFpl ?? ''}` : '';
  const isListed = BANDS.some((band) => key(band) === key(incomeBand));
  const bands = incomeBand && !isListed ? [incomeBand, ...BANDS] : BANDS;
  return (
    <SelectField
      label={t('known.income')}
      value={key(incomeBand)}
      options={[
        unknown(t('known.unknown')),
        ...bands.map((band) => ({ value: key(band), label: income(band) })),
      ]}
      onChange={(value) => {
        const band = bands.find((each) => key(each) === value);
        onChange(band ? { ...others, incomeBand: band } : others);
      }}
    />
  );
}

function AttributeFields({ circumstances, onChange }: CircumstancesEditorProps) {
  const say = useSayEligibility();
  const { attributes } = useEligibilityWords();
  const known = circumstances.attributes ?? {};
  return (
    <>
      {attributes.map(({ name, values }) => (
        <SelectField
          key={name}
          label={say.attribute(name)}
          value={known[name] ?? ''}
          options={[
            unknown(say.t('known.unknown')),
            ...values.map(({ id }) => ({ value: id, label: say.value(name, id) })),
          ]}
          onChange={(value) =>
            onChange({ ...circumstances, attributes: withFact(known, name, value || undefined) })
          }
        />
      ))}
    </>
  );
}

/** So many programs that they wait behind their name, unless something is known. */
function ProgramFields({ circumstances, onChange }: CircumstancesEditorProps) {
  const { t, program } = useSayEligibility();
  const { programs }: EligibilityWords = useEligibilityWords();
  const known = circumstances.programs ?? {};
  return (
    <details class="program-fields" open={Object.keys(known).length > 0}>
      <summary>{t('known.programs')}</summary>
      <div class="program-grid">
        {programs.map(({ id }) => (
          <SelectField
            key={id}
            label={program(id)}
            value={known[id] === undefined ? '' : String(known[id])}
            options={[
              unknown(t('known.unknown')),
              { value: 'true', label: t('known.yes') },
              { value: 'false', label: t('known.no') },
            ]}
            onChange={(value) => {
              const member = value === '' ? undefined : value === 'true';
              onChange({ ...circumstances, programs: withFact(known, id, member) });
            }}
          />
        ))}
      </div>
    </details>
  );
}

function unknown(label: string): Option {
  return { value: '', label };
}

function withFact<T>(
  known: Readonly<Record<string, T>>,
  name: string,
  fact: T | undefined,
): Record<string, T> {
  const { [name]: _, ...others } = known;
  return fact === undefined ? others : { ...others, [name]: fact };
}
