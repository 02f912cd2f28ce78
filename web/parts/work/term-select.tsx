import type { Term } from '../../../core/taxonomy/term.ts';
import { useSetting } from '../../state/config.tsx';
import { Field, type Option } from '../field.tsx';
import { useWork } from './use-work.ts';

interface TermSelectProps {
  label: string;
  labelHidden?: boolean;
  value: string;
  /** Said while nothing is chosen. */
  placeholder: string;
  /** Choices besides the terms. */
  others?: readonly Option[];
  /** Chosen already elsewhere. */
  without?: readonly string[];
  onChange(term: string): void;
}

/** All terms, each domain a group of the browser's own select. */
export function TermSelect(props: TermSelectProps) {
  const { label, labelHidden = false, value, placeholder, others = [], without = [], onChange } = props;
  const { terms } = useSetting();
  const { term } = useWork();
  return (
    <Field label={label} labelHidden={labelHidden}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{placeholder}</option>
          {others.map((other) => (
            <option key={other.value} value={other.value} selected={other.value === value}>
              {other.label}
            </option>
          ))}
          {terms.childrenOf(null).map((domain) => (
            <optgroup key={domain.id} label={term(domain.id)}>
              {[domain, ...below(domain.id, terms.childrenOf)].map(({ id }) => (
                <option key={id} value={id} selected={id === value} disabled={without.includes(id)}>
                  {`${'\u2003'.repeat(Math.max(0, terms.lineage(id).length - 2))}${term(id)}`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

function below(id: string, childrenOf: (id: string) => readonly Term[]): Term[] {
  return childrenOf(id).flatMap((child) => [child, ...below(child.id, childrenOf)]);
}
