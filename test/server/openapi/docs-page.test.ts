import { expect } from 'chai';
import { z } from 'zod';
import { created } from '../../../server/http/answer.ts';
import { route } from '../../../server/http/route.ts';
import { describeApi } from '../../../server/openapi/describe-api.ts';
import { docsPage } from '../../../server/openapi/docs-page.ts';
import { tellSchema } from '../../../server/openapi/tell-schema.ts';

const routes = [
  route({
    method: 'get',
    path: '/offers/:id',
    summary: 'Less < more & "quotes"',
    action: 'directory.read',
    query: z.object({ near: z.string(), page: z.coerce.number().int().default(1) }),
    returns: z.object({ name: z.string(), next: z.string().nullable().optional() }),
    handle: () => ({ name: 'here' }),
  }),
  route({
    method: 'post',
    path: '/accounts',
    summary: 'Make one',
    action: 'accounts.change',
    body: z.strictObject({ role: z.enum(['partner', 'staff']) }),
    returns: created(z.object({ id: z.string() })),
    handle: () => ({ id: '1' }),
  }),
];

describe('The page of the API', () => {
  const page = docsPage(describeApi(routes, { cookie: 'trellis' }));

  it('tells of each route what it does, who may, what it asks and what it answers', () => {
    expect(page).to.contain('Less &lt; more &amp; &quot;quotes&quot;').and.not.contain('Less < more');
    expect(page).to.contain('everybody').and.contain('administrator (own district)');
    expect(page).to.contain('<code>near</code> string, needed').and.contain('integer, 1 if not said');
    expect(page).to.contain('{\n  name: string,\n  next?: string | null\n}').and.contain('201: Made.');
    expect(page).to.contain('role: &quot;partner&quot; | &quot;staff&quot;');
  });

  it('has a part for each domain that has routes, and leads to it', () => {
    expect([...page.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id)).to.deep.equal([
      'directory',
      'accounts',
      'messages',
      'names',
    ]);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const [, target = ''] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).to.include(target);
  });

  it('tells what other programs are sent', () => {
    expect(page).to.contain('A referral has come to another state').and.contain('referralId: string');
  });

  it('holds no script and no style of its own, which our policy would refuse', () => {
    expect(page).not.to.match(/<script(?! src="\/)|<style|style="|onclick/);
  });
});

describe('A schema in short', () => {
  it('is told as types are', () => {
    const schema = z.toJSONSchema(
      z.object({
        list: z.array(z.union([z.string(), z.int()])),
        point: z.tuple([z.number(), z.number()]),
        words: z.record(z.string(), z.boolean()),
        day: z.iso.date(),
        kind: z.literal('a'),
        any: z.unknown(),
      }),
    );
    expect(tellSchema(schema)).to.equal(
      [
        '{',
        '  list: (string | integer)[],',
        '  point: [number, number],',
        '  words: {\n    [key]: boolean\n  },',
        '  day: string (date),',
        '  kind: "a",',
        '  any: anything',
        '}',
      ].join('\n'),
    );
  });
});
