import { ruleAbout } from '../quality-rule.ts';

/** The source gave a point that cannot be it, such as 0, 0: the place is not mapped. */
export const doubtfulPoint = ruleAbout(['location'], {
  name: 'doubtful-point',
  group: 'points',
  sentence: {
    en: 'Its source’s point on the map cannot be right',
    es: 'El punto del mapa que da su fuente no puede ser',
  },
  mend: 'point',
  finds: ({ record: { locationType, pointQuality } }) =>
    locationType !== 'physical' || pointQuality === 'exact' || pointQuality === 'missing' ? undefined : '',
});
