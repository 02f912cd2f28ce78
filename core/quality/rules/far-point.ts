import { isWithin } from '../fence-around.ts';
import { ruleAbout } from '../quality-rule.ts';

export const farPoint = ruleAbout(['location'], {
  name: 'far-point',
  group: 'points',
  sentence: {
    en: 'Lies far from all other places of the directory',
    es: 'Está lejos de los demás lugares del directorio',
  },
  mend: 'point',
  finds: ({ record: { point } }, { fence }) => {
    if (!point || !fence || isWithin(point.coordinates, fence)) return undefined;
    const [longitude, latitude] = point.coordinates;
    return `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`;
  },
});
