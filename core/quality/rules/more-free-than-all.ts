import { ruleAbout } from '../quality-rule.ts';

export const moreFreeThanAll = ruleAbout(['service'], {
  name: 'more-free-than-all',
  group: 'odd',
  sentence: { en: 'More free places than there are', es: 'Más lugares libres que los que hay' },
  mend: 'source',
  finds: ({ record, links }) => {
    const counted = [record, ...links].flatMap(({ capacities }) => capacities);
    const wrong = counted.find(({ available = 0, maximum = Infinity }) => available > maximum);
    return wrong && `${wrong.available} / ${wrong.maximum}`;
  },
});
