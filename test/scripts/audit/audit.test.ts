import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { judgeAdvisories } from '../../../scripts/audit/judge-advisories.ts';
import { typescriptArguments } from '../../../scripts/typescript/typescript-arguments.ts';

/** A registry with one advisory about one of our packages, or one that answers nothing of the kind. */
function registry(about: object | undefined): Server {
  return createServer((req, res) => {
    req.resume();
    res.setHeader('Content-Type', 'application/json');
    const isAudit = req.url?.endsWith('/advisories/bulk');
    if (isAudit && about) return void res.end(JSON.stringify(about));
    if (isAudit) return void res.writeHead(405).end('{}');
    const name = decodeURIComponent(req.url?.slice(1) ?? '');
    const versions = { '1.0.0': { name, version: '1.0.0', dist: {} } };
    res.end(JSON.stringify({ name, versions, 'dist-tags': { latest: '1.0.0' } }));
  });
}

const ADVISORY = {
  express: [
    {
      id: 1,
      url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
      title: 'An invented flaw',
      severity: 'high',
      vulnerable_versions: '*',
      cwe: [],
      cvss: { score: 7, vectorString: null },
    },
  ],
};

/** The same as npm tells it. */
const ADVISORY_TOLD = { ...ADVISORY.express[0]!, name: 'express' };

const EXCUSE = {
  advisory: 'GHSA-aaaa-bbbb-cccc',
  package: 'express',
  reason: 'The part that it is about is never called by Trellis.',
  until: '2999-01-01',
};

describe('npm run audit', function () {
  this.timeout(60_000);
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'trellis-audit-'));
  });
  after(() => rm(dir, { recursive: true, force: true }));

  async function audit(about: object | undefined, exceptions: object[]) {
    const server = registry(about).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const file = join(dir, 'exceptions.json');
    await writeFile(file, JSON.stringify(exceptions));
    const flags = [
      `--registry=http://127.0.0.1:${port}/`,
      `--cache=${join(dir, 'cache')}`,
      '--fetch-retries=0',
    ];
    const run = spawn(process.execPath, [...typescriptArguments, 'scripts/audit.ts', ...flags], {
      env: { ...process.env, AUDIT_EXCEPTIONS: file },
    });
    const [said, [code]] = await Promise.all([text(run.stdout), once(run, 'exit')]);
    server.closeAllConnections();
    server.close();
    return { said, code };
  }

  it('fails for an advisory that nobody has excused', async () => {
    const { said, code } = await audit(ADVISORY, []);
    expect(said).to.include('Advisory: express GHSA-aaaa-bbbb-cccc (high): An invented flaw');
    expect(code).to.equal(1);
  });

  it('lets an excused one pass, saying why', async () => {
    const { said, code } = await audit(ADVISORY, [EXCUSE]);
    expect(said).to.include(`Excused: express GHSA-aaaa-bbbb-cccc: ${EXCUSE.reason}`);
    expect(code).to.equal(0);
  });

  it('fails for an excuse that is over, and for one that excuses nothing', () => {
    const report = { vulnerabilities: { express: { via: [ADVISORY_TOLD] } } };
    expect(judgeAdvisories(report, [EXCUSE], EXCUSE.until).faults).to.deep.equal([]);
    expect(judgeAdvisories(report, [EXCUSE], '2999-01-02').faults).to.deep.equal([
      `express ${EXCUSE.advisory}: was excused until ${EXCUSE.until}`,
    ]);
    expect(judgeAdvisories({ vulnerabilities: {} }, [EXCUSE], '2026-01-01').faults).to.deep.equal([
      `express ${EXCUSE.advisory}: is excused and no longer there`,
    ]);
  });

  it('says that nothing is known where the registry does not answer', async () => {
    const { said, code } = await audit(undefined, []);
    expect(said).to.match(/^Skipped: the registry told nothing of advisories \(.+\)/);
    expect(code).to.equal(0);
  });
});
