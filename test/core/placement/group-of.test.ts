import { expect } from 'chai';
import { groupOf } from '../../../core/placement/group-of.ts';
import { type Grouping, Groupings } from '../../../core/placement/grouping.ts';
import { readData } from '../../../server/rules.ts';

describe('Groups of a plan', () => {
  let groupings: Grouping[];
  before(async () => {
    groupings = await readData('placement/groups.json', (json) => Groupings.parse(json));
  });

  const schools = new Map([['elm', { name: 'Elm School', locale: 'rural' as const }]]);
  const inGroup = (by: string, student: { schoolId?: string; grade?: number; languages?: string[] }) => {
    const grouping = groupings.find(({ id }) => id === by)!;
    return groupOf(grouping, schools)({ schoolId: 'elm', grade: 4, languages: [], ...student });
  };

  it('are schools by name, grades and locales', () => {
    expect(inGroup('school', {})).to.deep.equal({ id: 'elm', label: 'Elm School' });
    expect(inGroup('grade', { grade: -1 }).id).to.equal('-1');
    expect(inGroup('locale', {}).id).to.equal('rural');
  });

  it('are home languages: the first other than English, English for who speaks no other', () => {
    expect(inGroup('language', { languages: ['en', 'so', 'es'] }).id).to.equal('so');
    expect(inGroup('language', { languages: ['es', 'en'] }).id).to.equal('es');
    expect(inGroup('language', { languages: ['en'] }).id).to.equal('en');
  });

  it('are bands of grades, both ends included', () => {
    const levels = [-1, 5, 6, 8, 9, 12].map((grade) => inGroup('level', { grade }).id);
    expect(levels).to.deep.equal(['elementary', 'elementary', 'middle', 'middle', 'high', 'high']);
  });

  it('are one of their own where nobody knows', () => {
    expect(inGroup('language', { languages: [] }).id).to.equal('unknown');
    expect(inGroup('locale', { schoolId: 'gone' }).id).to.equal('unknown');
    expect(inGroup('school', { schoolId: 'gone' })).to.deep.equal({ id: 'gone', label: 'gone' });
  });

  it('are refused where an id comes twice or a usual grouping is missing', () => {
    const [first] = groupings;
    expect(Groupings.safeParse([...groupings, first]).success).to.equal(false);
    expect(Groupings.safeParse(groupings.slice(1)).success).to.equal(false);
  });
});
