import { TextField } from '../field.tsx';
import { keepsToRoom, type SitingQuery } from './siting-query.ts';
import { useWhereNext } from './use-where-next.ts';

interface RoomFieldProps {
  query: SitingQuery;
  onChange(change: Partial<SitingQuery>): void;
}

/** How many people each new site has room for; kept, and off, while the question cannot keep to it. */
export function RoomField({ query: { capacity, model }, onChange }: RoomFieldProps) {
  const { w } = useWhereNext();
  const isOn = keepsToRoom(model);
  return (
    <TextField
      type="number"
      min={1}
      step={1}
      inputMode="numeric"
      label={w('ask.capacity')}
      hint={w(isOn ? 'ask.capacityHelp' : 'ask.capacityOff')}
      disabled={!isOn}
      value={isOn ? (capacity ?? '') : ''}
      onChange={({ currentTarget: { valueAsNumber: typed } }) =>
        onChange({ capacity: typed >= 1 ? Math.floor(typed) : null })
      }
    />
  );
}
