import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { debianMirror, mirrorIn } from '../../../../scripts/data-servers/debian/apt-source.ts';

const list = (text: string) => mirrorIn([{ name: 'a.list', text }]);
const sources = (text: string) => mirrorIn([{ name: 'a.sources', text }]);

describe('The mirror for Debian packages', () => {
  it('is read from one-line sources, with and without options', () => {
    expect(list('deb http://mirror.example/debian bookworm main')).to.equal('http://mirror.example/debian');
    expect(list('deb [arch=amd64 signed-by=/k.gpg] https://m.example/debian/ sid main')).to.equal(
      'https://m.example/debian',
    );
  });

  it('is read from deb822 stanzas, also where the value goes on in the next line', () => {
    expect(sources('Types: deb deb-src\nURIs: http://mirror.example/debian\nSuites: bookworm\n')).to.equal(
      'http://mirror.example/debian',
    );
    expect(sources('Types: deb\n# a comment\nURIs:\n https://m.example/debian/\nSuites: trixie\n')).to.equal(
      'https://m.example/debian',
    );
  });

  it('is not a source that is switched off, commented out or for sources only', () => {
    expect(list('# deb http://mirror.example/debian bookworm main')).to.equal(null);
    expect(list('deb-src http://mirror.example/debian bookworm main')).to.equal(null);
    expect(sources('Enabled: no\nTypes: deb\nURIs: http://mirror.example/debian\n')).to.equal(null);
    expect(sources('Types: deb-src\nURIs: http://mirror.example/debian\n')).to.equal(null);
  });

  it('is not an archive that has other things or old releases only', () => {
    expect(list('deb http://mirror.example/debian-security bookworm-security main')).to.equal(null);
    expect(list('deb https://packages.example/apt stable main')).to.equal(null);
    expect(list('deb http://archive.ubuntu.com/ubuntu noble main')).to.equal(null);
    expect(list('deb http://archive.debian.org/debian buster main')).to.equal(null);
    expect(list('deb cdrom:[Debian]/debian bookworm main')).to.equal(null);
  });

  it('is the first one named, the main file before its folder, and Debian’s own without any', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trellis-apt-'));
    try {
      expect(await debianMirror(folder)).to.equal('http://deb.debian.org/debian');
      await mkdir(join(folder, 'sources.list.d'));
      await writeFile(
        join(folder, 'sources.list.d', 'b.sources'),
        'Types: deb\nURIs: http://b.example/debian\n',
      );
      await writeFile(
        join(folder, 'sources.list.d', 'c.list.save'),
        'deb http://c.example/debian sid main\n',
      );
      expect(await debianMirror(folder)).to.equal('http://b.example/debian');
      await writeFile(join(folder, 'sources.list'), 'deb http://a.example/debian sid main\n');
      expect(await debianMirror(folder)).to.equal('http://a.example/debian');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
