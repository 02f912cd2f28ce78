import { loadSite } from '../../api/directory.ts';
import { useSetting } from '../../state/config.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { RemovableChip } from '../chip.tsx';
import { useWhereNext } from './use-where-next.ts';

interface SiteChipProps {
  id: string;
  /** What taking the chip away does. */
  remove: 'ask.back' | 'ask.letGo';
  onRemove(): void;
}

/** A place that is left out or must be in, by its name also where it came with the address. */
export function SiteChip({ id, remove, onRemove }: SiteChipProps) {
  const { w } = useWhereNext();
  const { schools } = useSetting();
  const [kind = '', ...rest] = id.split(':');
  const recordId = rest.join(':');
  const site = useLoaded(kind === 'location' ? `site ${recordId}` : null, (signal) =>
    loadSite(recordId, signal),
  );
  const school = kind === 'school' ? schools.find((each) => each.id === recordId) : undefined;
  const name = school?.name ?? site.data?.location.name ?? recordId;
  return <RemovableChip label={name} remove={w(remove, { name })} onRemove={onRemove} />;
}
