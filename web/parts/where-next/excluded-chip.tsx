import { loadSite } from '../../api/directory.ts';
import { useSetting } from '../../state/config.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { RemovableChip } from '../chip.tsx';
import { useWhereNext } from './use-where-next.ts';

/** A place that is left out, by its name also where it came with the address. */
export function ExcludedChip({ id, onRemove }: { id: string; onRemove(): void }) {
  const { w } = useWhereNext();
  const { schools } = useSetting();
  const [kind = '', ...rest] = id.split(':');
  const recordId = rest.join(':');
  const site = useLoaded(kind === 'location' ? `site ${recordId}` : null, (signal) =>
    loadSite(recordId, signal),
  );
  const school = kind === 'school' ? schools.find((each) => each.id === recordId) : undefined;
  const name = school?.name ?? site.data?.location.name ?? recordId;
  return <RemovableChip label={name} remove={w('ask.back', { name })} onRemove={onRemove} />;
}
