import { DEMANDS } from '../../../core/demand/demand-question.ts';
import { SITING_MODELS } from '../../../core/siting/siting-problem.ts';
import { TRAVEL_MODES } from '../../../core/travel/travel.ts';
import { CANDIDATE_CHOICES } from '../../../core/where-next/siting-ask.ts';
import { RemovableChip } from '../chip.tsx';
import { CheckField, SelectField } from '../field.tsx';
import { TermSelect } from '../work/term-select.tsx';
import { forcedAmong } from './choose-site.ts';
import { RoomField } from './room-field.tsx';
import { SiteChip } from './site-chip.tsx';
import { SitingLimits } from './siting-limits.tsx';
import type { SitingQuery } from './siting-query.ts';
import { useWhereNext } from './use-where-next.ts';

interface SitingFormProps {
  query: SitingQuery;
  onChange(change: Partial<SitingQuery>): void;
}

const MINUTES = [5, 10, 15, 20, 30, 45, 60, 90];
const SITES = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20];

/** The question: what is missing, for whom, what to look for, how many, how far and where. */
export function SitingForm({ query, onChange }: SitingFormProps) {
  const { t, w } = useWhereNext();
  const { terms, model } = query;
  const choose = <K extends keyof SitingQuery>(
    name: K,
    label: string,
    values: readonly SitingQuery[K][],
    say: (value: SitingQuery[K]) => string,
  ) => (
    <SelectField
      label={label}
      value={String(query[name])}
      options={withCurrent(values, query[name]).map((value) => ({ value: String(value), label: say(value) }))}
      onChange={(chosen) => {
        const value = withCurrent(values, query[name]).find((each) => String(each) === chosen);
        if (value !== undefined) onChange({ [name]: value });
      }}
    />
  );
  return (
    <div class="siting-form no-print">
      <div class="controls">
        <div class="siting-term">
          <TermSelect
            label={w('ask.terms')}
            value=""
            placeholder={terms.length === 0 ? t('choose') : t('gaps.addTerm')}
            without={terms}
            onChange={(id) => id && onChange({ terms: [...terms, id].slice(-5) })}
          />
        </div>
        {choose('demand', t('gaps.demand'), DEMANDS, (value) => w(`people.${value}`))}
        {choose('model', w('ask.model'), SITING_MODELS, (value) => w(`ask.model.${value}`))}
        {model === 'lscp' ? (
          <SelectField
            label={w('ask.sites')}
            value="few"
            options={[{ value: 'few', label: w('ask.sites.few') }]}
            onChange={() => undefined}
          />
        ) : (
          choose('sites', w('ask.sites'), SITES, (n) => w('ask.sites.n', { n }))
        )}
        <div class="siting-room">
          <RoomField query={query} onChange={onChange} />
        </div>
        {choose('minutes', t('gaps.minutes'), MINUTES, (n) => t('minutes.n', { n }))}
        {choose('mode', t('gaps.mode'), TRAVEL_MODES, (mode) => t(`mode.${mode}`))}
        <SelectField
          label={w('ask.candidates')}
          value={query.candidates}
          options={CANDIDATE_CHOICES.map((value) => ({ value, label: w(`ask.candidates.${value}`) }))}
          onChange={(chosen) => {
            const candidates = CANDIDATE_CHOICES.find((value) => value === chosen) ?? query.candidates;
            onChange({ candidates, force: forcedAmong(candidates, query.force) });
          }}
        />
      </div>
      <SitingLimits query={query} onChange={onChange} />
      <CheckField
        label={w('ask.keep')}
        checked={query.keepExisting}
        onChange={(keepExisting) => onChange({ keepExisting })}
      />
      <Chips query={query} onChange={onChange} />
    </div>
  );
}

function Chips({ query: { terms, force, exclude }, onChange }: SitingFormProps) {
  const { t, w, term } = useWhereNext();
  return (
    <>
      {terms.length > 0 && (
        <div class="row">
          {terms.map((id) => (
            <RemovableChip
              key={id}
              label={term(id)}
              remove={t('gaps.removeTerm', { term: term(id) })}
              onRemove={() => onChange({ terms: terms.filter((other) => other !== id) })}
            />
          ))}
          {terms.length > 1 && <span class="muted small">{w('ask.hub')}</span>}
        </div>
      )}
      <SiteChips
        lead={w('ask.forced')}
        ids={force}
        remove="ask.letGo"
        onChange={(left) => onChange({ force: left })}
      />
      <SiteChips
        lead={w('ask.excluded')}
        ids={exclude}
        remove="ask.back"
        onChange={(left) => onChange({ exclude: left })}
      />
    </>
  );
}

interface SiteChipsProps {
  lead: string;
  ids: readonly string[];
  remove: Parameters<typeof SiteChip>[0]['remove'];
  onChange(left: string[]): void;
}

function SiteChips({ lead, ids, remove, onChange }: SiteChipsProps) {
  if (ids.length === 0) return null;
  return (
    <div class="row">
      <span class="muted small">{lead}</span>
      {ids.map((id) => (
        <SiteChip
          key={id}
          id={id}
          remove={remove}
          onRemove={() => onChange(ids.filter((other) => other !== id))}
        />
      ))}
    </div>
  );
}

/** What the address asks for is among the choices, too. */
function withCurrent<T>(values: readonly T[], current: T): T[] {
  if (values.includes(current)) return [...values];
  return [...values, current].sort((a, b) => Number(a) - Number(b));
}
