import { cellOf } from '../../../core/imports/categories-of.ts';
import { TERM_COLUMN } from '../../../core/imports/directory-table/row-terms.ts';
import { FINDING_CODES } from '../../../core/imports/finding-codes.ts';
import { choose, KEPT, LEFT_OUT } from '../../../core/imports/mapping-draft.ts';
import type { TriedRow } from '../../../core/imports/try-rows.ts';
import { Field } from '../field.tsx';
import { TermSelect } from '../work/term-select.tsx';
import { fieldGroups } from './field-groups.ts';
import type { OpenMapping } from './use-mapping.ts';
import { useMappingWords } from './use-mapping-words.ts';

/** The columns of the file, each with what stands in it, what it is, and what was found in it. */
export function ColumnList({ open, tried }: { open: OpenMapping; tried: readonly TriedRow[] }) {
  const { t } = useMappingWords();
  const { headers, draft, sample } = open;
  return (
    <ul class="mapping-columns">
      {headers.map((header, at) => (
        <li key={at}>
          <div>
            <strong class="raw-value">{header}</strong>
            <p class="muted small raw-value">
              {examples(sample.records.map((record) => cellOf(record, headers, at)))}
            </p>
          </div>
          <ColumnChoice open={open} column={at} />
          <ColumnFindings tried={tried} field={draft.choices[at]!} fine={t('fine')} />
        </li>
      ))}
    </ul>
  );
}

/** Three different values, as they stand in the file. */
function examples(cells: readonly string[]): string {
  const values = [...new Set(cells.map((cell) => cell.trim()))].filter(Boolean).slice(0, 3);
  return values.map((value) => (value.length > 60 ? `${value.slice(0, 60)}…` : value)).join(' · ');
}

function ColumnChoice({ open, column }: { open: OpenMapping; column: number }) {
  const { t, field } = useMappingWords();
  const { kind, known, headers, draft, change } = open;
  const choice = draft.choices[column]!;
  const isTerm = choice.startsWith(TERM_COLUMN);
  const isDirectory = kind === 'directory-table';
  const header = headers[column]!;
  const groups = fieldGroups(kind, known);
  return (
    <div class="stack-tight">
      <Field label={t('meansOf', { column: header })} labelHidden>
        {(control) => (
          <select
            {...control}
            value={isTerm ? TERM_COLUMN : choice}
            onChange={(event) => change(choose(draft, column, event.currentTarget.value))}
          >
            <option value={KEPT}>{t(isDirectory ? 'kept' : 'notUsed')}</option>
            {isDirectory && <option value={LEFT_OUT}>{t('leftOut')}</option>}
            {isDirectory && <option value={TERM_COLUMN}>{t('yesNo')}</option>}
            {groups.map(({ group, fields }) => {
              const options = fields.map((name) => (
                <option key={name} value={name} selected={name === choice}>
                  {field(name)}
                </option>
              ));
              return group ? (
                <optgroup key={group} label={t(`group.${group}`)}>
                  {options}
                </optgroup>
              ) : (
                options
              );
            })}
          </select>
        )}
      </Field>
      {isTerm && (
        <TermSelect
          label={t('yesNoOf', { column: header })}
          labelHidden
          value={choice.slice(TERM_COLUMN.length)}
          placeholder={t('chooseTerm')}
          onChange={(term) => change(choose(draft, column, `${TERM_COLUMN}${term}`))}
        />
      )}
    </div>
  );
}

function ColumnFindings({ tried, field, fine }: { tried: readonly TriedRow[]; field: string; fine: string }) {
  const { t } = useMappingWords();
  if (field === KEPT || field === LEFT_OUT) return <p class="small" />;
  const counts = new Map<string, number>();
  for (const { notes } of tried)
    for (const { code, field: noted } of notes)
      if (noted === field) counts.set(FINDING_CODES[code], (counts.get(FINDING_CODES[code]) ?? 0) + 1);
  if (counts.size === 0) return <p class="muted small">{fine}</p>;
  return (
    <ul class="small mapping-found">
      {[...counts].map(([message, n]) => (
        <li key={message}>{t('rows', { n, message })}</li>
      ))}
    </ul>
  );
}
