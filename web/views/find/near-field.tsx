import { useState } from 'preact/hooks';
import { SelectField } from '../../parts/field.tsx';
import { useSetting } from '../../state/config.tsx';
import { useText } from '../../text/use-voice.tsx';
import type { FilterProps } from './filter-bar.tsx';

const ME = 'me';
const POINT = 'point';

/** Near which school, a point of the map, or the person: their place is asked only when they say so. */
export function NearField({ query, ask }: FilterProps) {
  const t = useText();
  const { schools } = useSetting();
  const [error, setError] = useState<string | undefined>(undefined);

  function choose(value: string): void {
    setError(undefined);
    if (value === ME) void locate();
    else if (value !== POINT) ask({ school: value || null, near: null });
  }

  async function locate(): Promise<void> {
    const position = await whereAmI();
    if (position) ask({ school: null, near: position });
    else setError(t('near.failed'));
  }

  return (
    <SelectField
      label={t('filter.near')}
      error={error}
      value={query.school ?? (query.near ? POINT : '')}
      options={[
        { value: '', label: t('near.anywhere') },
        { value: ME, label: t('near.me') },
        ...(query.near ? [{ value: POINT, label: t('near.point') }] : []),
        ...schools.filter((school) => school.point).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={choose}
    />
  );
}

/** To about a hundred metres, so that an address which is sent on does not tell whose door it is. */
function whereAmI(): Promise<[number, number] | null> {
  const round = (degrees: number) => Math.round(degrees * 1000) / 1000;
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve([round(coords.longitude), round(coords.latitude)]),
      () => resolve(null),
      { timeout: 10_000, maximumAge: 300_000 },
    );
  });
}
