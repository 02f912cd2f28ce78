import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { withMachineLock } from '../../../../scripts/data-servers/processes/machine-lock.ts';
import { typescriptArguments } from '../../../../scripts/typescript/typescript-arguments.ts';

const lockModule = new URL('../../../../scripts/data-servers/processes/machine-lock.ts', import.meta.url)
  .href;

describe('A lock of the whole machine', () => {
  const name = `test ${process.pid}`;

  it('lets one in at a time, and all in the end', async () => {
    let inside = 0;
    let most = 0;
    const work = () =>
      withMachineLock(name, async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
      });
    await Promise.all(Array.from({ length: 20 }, work));
    expect([most, inside]).to.deep.equal([1, 0]);
  });

  it('is free again after work that failed', async () => {
    await withMachineLock(name, () => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(await withMachineLock(name, async () => 'in')).to.equal('in');
  });

  it('is free again when its holder is killed', async () => {
    const script = `import { withMachineLock } from '${lockModule}';
      withMachineLock(${JSON.stringify(name)}, () => { process.stdout.write('in'); return new Promise(() => setInterval(() => 0, 1000)); });`;
    const args = [...typescriptArguments, '--input-type=module', '-e', script];
    const holder = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    const waited = withMachineLock(
      name,
      async () => 'in',
      () => holder.kill('SIGKILL'),
    );
    expect(await waited).to.equal('in');
  });
});
