import { nothingIf, ruleAbout } from '../quality-rule.ts';

export const noPoint = ruleAbout(['location'], {
  name: 'no-point',
  group: 'points',
  sentence: { en: 'Is not on the map', es: 'No está en el mapa' },
  mend: 'point',
  finds: ({ record: { locationType, pointQuality } }) =>
    nothingIf(locationType === 'physical' && pointQuality === 'missing'),
});
