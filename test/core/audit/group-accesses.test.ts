import { expect } from 'chai';
import fc from 'fast-check';
import type { Access } from '../../../core/audit/access-record.ts';
import { groupAccesses } from '../../../core/audit/group-accesses.ts';

const day = (at: string) => at.slice(0, 10);
const ana = { kind: 'account', name: 'Ana', accountId: 'a', roles: ['staff'] } as const;
const ben = { kind: 'account', name: 'Ben', accountId: 'b', roles: ['family'] } as const;

function access(seq: number, who: typeof ana | typeof ben, at: string, more: Partial<Access> = {}): Access {
  return { seq, at, action: 'student.read', who: { ...who, roles: [...who.roles] }, ...more };
}

describe('Accesses put together for reading', () => {
  it('say for each day and person how often and between which times', () => {
    const days = groupAccesses(
      [
        access(4, ana, '2026-03-02T10:00Z'),
        access(3, ben, '2026-03-02T09:00Z'),
        access(2, ana, '2026-03-02T08:00Z', { action: 'student.change' }),
        access(1, ana, '2026-03-01T08:00Z'),
      ],
      day,
    );
    const said = days.map(({ day, people }) => [
      day,
      people.map(({ who, actions, from, to }) => [who.name, from.slice(11), to.slice(11), ...actions]),
    ]);
    expect(said).to.deep.equal([
      [
        '2026-03-02',
        [
          [
            'Ana',
            '08:00Z',
            '10:00Z',
            { action: 'student.read', count: 1 },
            { action: 'student.change', count: 1 },
          ],
          ['Ben', '09:00Z', '09:00Z', { action: 'student.read', count: 1 }],
        ],
      ],
      ['2026-03-01', [['Ana', '08:00Z', '08:00Z', { action: 'student.read', count: 1 }]]],
    ]);
  });

  it('keep apart what was done for another reason or through another’s eyes', () => {
    const at = '2026-03-02T10:00Z';
    const seen = access(2, ana, at);
    const days = groupAccesses(
      [
        access(3, ana, at, { why: 'law' }),
        { ...seen, who: { ...seen.who, viewedBy: 'Sam' } },
        access(1, ana, at),
      ],
      day,
    );
    expect(days[0]?.people).to.have.length(3);
  });

  it('lose none', () => {
    const some = fc.array(fc.tuple(fc.boolean(), fc.nat(3), fc.constantFrom('law', 'consent')));
    fc.assert(
      fc.property(some, (list) => {
        const accesses = list.map(([one, date, why], seq) =>
          access(seq, one ? ana : ben, `2026-03-0${date + 1}T10:00Z`, { why }),
        );
        const counts = groupAccesses(accesses, day)
          .flatMap(({ people }) => people)
          .flatMap(({ actions }) => actions);
        expect(counts.reduce((sum, { count }) => sum + count, 0)).to.equal(list.length);
      }),
    );
  });
});
