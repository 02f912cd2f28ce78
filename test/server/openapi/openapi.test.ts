import { expect } from 'chai';
import { WEBHOOK_EVENTS } from '../../../core/webhooks/webhook-choices.ts';
import type { Route } from '../../../server/http/route.ts';
import type { ApiDescription } from '../../../server/openapi/describe-api.ts';
import type { JsonSchema } from '../../../server/openapi/json-schema.ts';
import { openApiPath } from '../../../server/openapi/operation-of.ts';
import { OTHER } from '../../../server/openapi/parts-of-api.ts';
import { allRoutes } from '../../../server/routes.ts';
import { testApp } from '../../support/app.ts';
import { faultsOf, schemaCompiler } from '../../support/json-schema.ts';
import { OpenApiShape } from '../../support/openapi-shape.ts';

describe('The description of the API', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let routes: Route[];
  let api: ApiDescription;
  before(async () => {
    at = await testApp();
    routes = allRoutes(at.deps);
    api = await read();
  });
  after(() => at.close());

  const read = async () => (await at.visitor().get('/openapi.json').expect(200)).body;

  it('has every route and no other', () => {
    const told = Object.entries(api.paths).flatMap(([path, of]) =>
      Object.keys(of).map((method) => `${method} ${path}`),
    );
    const mounted = routes.map(({ method, path }) => `${method} ${openApiPath(path)}`);
    expect(told.sort()).to.deep.equal(mounted.sort());
  });

  it('puts every route into a part that tells what it is about', () => {
    const other = operationsOf(api).filter(({ operation }) => operation.tags.includes(OTHER));
    expect(
      other.map(({ path }) => path),
      'name them in server/openapi/parts-of-api.ts',
    ).to.deep.equal([]);
  });

  it('has every message that other programs are told', () => {
    expect(Object.keys(api.webhooks)).to.include.members([...WEBHOOK_EVENTS]);
  });

  it('is built as OpenAPI 3.1 asks', () => {
    expect(OpenApiShape.safeParse(api).error?.issues ?? []).to.deep.equal([]);
  });

  it('names each operation, and each part of a path, once', () => {
    const all = operationsOf(api);
    expect(new Set(all.map(({ operation }) => operation.operationId)).size).to.equal(all.length);
    for (const { path, operation } of all) {
      const inPath = (operation.parameters ?? [])
        .filter((each) => each.in === 'path')
        .map(({ name }) => name);
      expect(inPath, path).to.deep.equal([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it('refers only to what it has', () => {
    const { schemas, responses, securitySchemes } = api.components;
    const known = new Set(
      Object.entries({ schemas, responses }).flatMap(([kind, of]) =>
        Object.keys(of).map((name) => `#/components/${kind}/${name}`),
      ),
    );
    const refs = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(refs.filter((ref) => !known.has(ref))).to.deep.equal([]);
    const ways = operationsOf(api).flatMap(({ operation }) => operation.security.flatMap(Object.keys));
    expect([...new Set(ways)].sort()).to.deep.equal(Object.keys(securitySchemes).sort());
    const tags = new Set(operationsOf(api).flatMap(({ operation }) => operation.tags));
    expect([...tags].sort()).to.deep.equal(api.tags.map(({ name }) => name).sort());
  });

  it('has schemas of which each keyword means something', () => {
    const compile = schemaCompiler(api.components.schemas);
    for (const schema of schemasIn(api)) expect(() => compile(schema)).not.to.throw();
  });

  it('describes the refusals that people meet', async () => {
    const check = schemaCompiler(api.components.schemas)({ $ref: '#/components/schemas/Problem' });
    const visitor = at.visitor();
    const replies = await Promise.all([
      visitor.get('/api/v1/offers?page=0').expect(400),
      visitor.get('/api/v1/accounts').expect(401),
      visitor.get('/api/v1/services/none').expect(404),
    ]);
    for (const { body } of replies) expect(faultsOf(check, body)).to.deep.equal([]);
    expect(faultsOf(check, { ...replies[0]!.body, stack: 'somewhere' })).to.have.length(1);
  });

  it('is sent again only when it has changed', async () => {
    const { headers } = await at.visitor().get('/openapi.json').expect(200);
    await at.visitor().get('/openapi.json').set('if-none-match', String(headers.etag)).expect(304);
  });
});

function operationsOf({ paths }: ApiDescription) {
  return Object.entries(paths).flatMap(([path, of]) =>
    Object.values(of).map((operation) => ({ path, operation })),
  );
}

/** All schemas that stand in it: of parameters, bodies, answers and components. */
function schemasIn(api: ApiDescription): JsonSchema[] {
  const { schemas, responses } = api.components;
  const operations = operationsOf(api).map(({ operation }) => operation);
  const replies = [
    ...Object.values(responses),
    ...operations.flatMap((each) => Object.values(each.responses)),
  ];
  const contents = [
    ...operations.map(({ requestBody }) => requestBody?.content),
    ...Object.values(api.webhooks).map(({ post }) => post.requestBody.content),
    ...replies.map((reply) => ('content' in reply ? reply.content : undefined)),
  ];
  const held: { schema?: JsonSchema }[] = [
    ...operations.flatMap(({ parameters = [] }) => parameters),
    ...contents.flatMap((content = {}) => Object.values(content)),
  ];
  return [
    ...Object.values(schemas),
    ...held.map(({ schema }) => schema).filter((schema) => schema !== undefined),
  ];
}
