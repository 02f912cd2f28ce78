import { ruleAbout } from '../quality-rule.ts';

/** What a family would have to pay: more than that is a slip of the pen, or worth a look. */
export const highFee = ruleAbout(['service'], {
  name: 'high-fee',
  group: 'odd',
  sentence: { en: 'A very high price', es: 'Un precio muy alto' },
  mend: 'fields',
  finds: ({ record: { feesDescription = '', costOptions } }, { rules }) => {
    const prices = [...feesDescription.matchAll(/\$\s?([\d,]+(?:\.\d+)?)/g)].map(([said, figures]) => ({
      said,
      amount: Number(figures?.replaceAll(',', '')),
    }));
    const options = costOptions.flatMap(({ amount }) =>
      amount === undefined ? [] : [{ said: `$${amount}`, amount }],
    );
    return [...options, ...prices].find(({ amount }) => amount > rules.highFee)?.said;
  },
});
