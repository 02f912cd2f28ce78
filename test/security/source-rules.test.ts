import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ALL = ['core', 'server', 'workers', 'web'];
const BEHIND = ['core', 'server', 'workers'];

interface Rule {
  what: string;
  looksLike: RegExp;
  folders: readonly string[];
  /** Files that may, each for a reason that stands in it. */
  but?: readonly string[];
}

const RULES: readonly Rule[] = [
  { what: 'runs text as a program', looksLike: /\beval\(|new Function\b|node:vm'/, folders: ALL },
  { what: 'starts programs', looksLike: /child_process/, folders: ALL },
  {
    what: 'asks the database to run scripts',
    looksLike: /\$(where|function|accumulator)\b|mapReduce\(/,
    folders: ALL,
  },
  {
    what: 'puts markup into the page',
    looksLike: /(inner|outer)HTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/,
    folders: ALL,
    but: ['web/map/glyph-mark.ts', 'web/map/pin-icon.ts', 'web/parts/glyph.tsx'],
  },
  {
    what: 'makes patterns of text',
    looksLike: /new RegExp\(/,
    folders: ALL,
    but: [
      'core/directory/place-traces.ts',
      'core/hsds/name-pattern.ts',
      'core/hsds/postcode-pattern.ts',
      'core/imports/csv-splitter.ts',
      'core/imports/parse-ages.ts',
      'server/sealing/rotate-keys.ts',
    ],
  },
  {
    what: 'hears messages of other windows, or sends any',
    looksLike: /postMessage|onmessage|EventListener\('message'/,
    folders: ['web'],
    but: ['web/embed/tell-height.ts', 'web/public/embed.js'],
  },
  {
    what: 'keeps people or password managers from filling a field',
    looksLike: /onPaste|type="password"[^<>]*autocomplete="off"/i,
    folders: ['web'],
  },
  { what: 'reads cookies in the browser', looksLike: /document\.cookie/, folders: ['web'] },
  {
    what: 'keeps anything in the browser',
    looksLike: /(local|session)Storage|indexedDB|\bcaches\./,
    folders: ['web'],
    but: [
      'web/parts/work/sign-in-form.ts',
      'web/public/service-worker.js',
      'web/state/keep-offline.ts',
      'web/state/waiting-answers.ts',
      'web/text/language.ts',
    ],
  },
  {
    what: 'draws lots that can be guessed, except to wait a while',
    looksLike: /Math\.random/,
    folders: ALL,
    but: ['server/audit/append-entries.ts'],
  },
  {
    what: 'hashes in a way that no longer holds, which is enough to name records and not to protect them',
    looksLike: /\b(createHash|hash)\('(md5|sha1)'/,
    folders: ALL,
    but: ['server/imports/record-id.ts', 'server/imports/stage-hsds.ts'],
  },
  {
    what: 'enciphers',
    looksLike: /create(Cipher|Decipher)iv|createSign|publicEncrypt|scrypt|pbkdf2/,
    folders: ALL,
    but: ['server/sealing/cipher.ts'],
  },
  {
    what: 'trusts a certificate unseen',
    looksLike: /rejectUnauthorized|TLS_REJECT_UNAUTHORIZED/,
    folders: ALL,
  },
  { what: 'reads requests loosely', looksLike: /insecureHTTPParser/, folders: ALL },
  {
    what: 'asks other servers by itself',
    looksLike: /\bfetch\(|node:(https?|tls|dns|dgram)'/,
    folders: BEHIND,
    but: [
      'server/http/http-server.ts',
      'server/outbound/guarded-request.ts',
      'server/travel/remote/ask-remote.ts',
    ],
  },
  {
    what: 'writes down anything but through the log',
    looksLike: /\bconsole\.|process\.std(out|err)/,
    folders: BEHIND,
    but: ['server/config.ts'],
  },
  {
    what: 'reads the environment',
    looksLike: /process\.env\b/,
    folders: BEHIND,
    but: ['server/main.ts', 'workers/main.ts'],
  },
];

describe('The source', () => {
  for (const { what, looksLike, folders, but = [] } of RULES) {
    const except = but.length > 0 ? `, except ${but.join(', ')}` : '';
    it(`never ${what}${except}`, async () => {
      const files = (await Promise.all(folders.map(sourcesIn))).flat();
      const found = files.filter(({ text }) => looksLike.test(text)).map(({ path }) => path);
      expect(found.sort()).to.deep.equal([...but]);
    });
  }

  it('hides what is typed into a field for passwords, unless its owner wants to see it', async () => {
    const files = (await sourcesIn('web')).filter(({ text }) =>
      /autoComplete="(new|current)-password"/.test(text),
    );
    expect(files).to.have.length.above(2);
    for (const { path, text } of files) {
      const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
      const hidden = count(/type=(\{shown \? 'text' : 'password'\}|"password")/g);
      expect(hidden, path).to.equal(count(/autoComplete="(new|current)-password"/g));
    }
  });

  it('brings the browser nothing from other places', async () => {
    const pages = (await sourcesIn('web')).filter(({ path }) => /\.(css|html)$/.test(path));
    expect(pages).to.have.length.above(5);
    for (const { path, text } of pages)
      expect(text.replace(/xmlns="[^"]*"/g, ''), path).not.to.match(
        /(https?:)?\/\/[a-z0-9-]+\.[a-z]|@import url/i,
      );
  });

  it('holds no key, and no password in an address', async () => {
    const files = (await Promise.all([...ALL, 'scripts'].map(sourcesIn))).flat();
    const secret =
      /-----BEGIN|AKIA[0-9A-Z]{16}|'[A-Za-z0-9+/]{43,}={0,2}'|:\/\/(?!user:password@)[^/\s:'`$]+:[^@\s/'`$]+@/;
    const found = files.filter(({ text }) => secret.test(text)).map(({ path }) => path);
    expect(found).to.deep.equal([]);
  });
});

interface Source {
  path: string;
  text: string;
}

/** What was read once. */
const read = new Map<string, Promise<Source[]>>();

function sourcesIn(folder: string): Promise<Source[]> {
  const known = read.get(folder) ?? readSources(folder);
  read.set(folder, known);
  return known;
}

async function readSources(folder: string): Promise<Source[]> {
  const paths = (await filesIn(folder)).filter((path) => /\.(ts|tsx|js|mjs|css|html)$/.test(path));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}

/** Without what is built, and without looking into what test/house.test.ts plants for the linter and takes away. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found = entries.map((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return path === 'web/dist' || /^planted-\d+$/.test(entry.name) ? [] : filesIn(path);
  });
  return (await Promise.all(found)).flat();
}
