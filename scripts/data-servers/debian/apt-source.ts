import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const DEFAULT_MIRROR = 'http://deb.debian.org/debian';
/** The release that has DocumentDB. */
export const RELEASE = 'forky';

/** One file of APT's sources. */
export interface SourceFile {
  name: string;
  text: string;
}

/** The machine's own Debian mirror, so that what works for its administrator works for us; else Debian's. */
export async function debianMirror(aptDir = '/etc/apt'): Promise<string> {
  return mirrorIn(await readSources(aptDir)) ?? DEFAULT_MIRROR;
}

/** The first Debian archive that the sources name. Only http(s) ones: others need what we do not bring. */
export function mirrorIn(files: readonly SourceFile[]): string | null {
  const uris = files.flatMap(({ name, text }) =>
    name.endsWith('.sources') ? deb822Uris(text) : oneLineUris(text),
  );
  return uris.map(trimSlash).find(isDebianArchive) ?? null;
}

/** The archive is the folder "debian" of a mirror; "debian-security" and foreign archives do not have the release. */
function isDebianArchive(uri: string): boolean {
  return /^https?:\/\/\S+\/debian$/.test(uri) && !/archive\.debian\.org/.test(uri);
}

/** "deb [options] uri suite components" */
function oneLineUris(text: string): string[] {
  return text.split('\n').flatMap((line) => /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s/.exec(line)?.[1] ?? []);
}

/** Stanzas of "Field: value" lines; a value goes on in lines that begin with a space. */
function deb822Uris(text: string): string[] {
  return text.split(/\n\s*\n/).flatMap((stanza) => {
    const fields = new Map<string, string>();
    let last = '';
    for (const line of stanza.split('\n').filter((each) => !each.startsWith('#'))) {
      const start = /^([A-Za-z-]+):(.*)$/.exec(line);
      if (start) {
        last = start[1]!.toLowerCase();
        fields.set(last, start[2]!);
      } else if (/^\s/.test(line)) fields.set(last, `${fields.get(last) ?? ''} ${line}`);
    }
    const words = (name: string): string[] => (fields.get(name) ?? '').split(/\s+/).filter(Boolean);
    const off = words('enabled')[0]?.toLowerCase() === 'no';
    return !off && words('types').includes('deb') ? words('uris') : [];
  });
}

const trimSlash = (uri: string): string => uri.replace(/\/+$/, '');

async function readSources(aptDir: string): Promise<SourceFile[]> {
  const parts = join(aptDir, 'sources.list.d');
  const names = (await readdir(parts).catch(() => []))
    .filter((name) => /\.(list|sources)$/.test(name))
    .sort();
  const files = [join(aptDir, 'sources.list'), ...names.map((name) => join(parts, name))];
  return Promise.all(
    files.map(async (name) => ({ name, text: await readFile(name, 'utf8').catch(() => '') })),
  );
}
