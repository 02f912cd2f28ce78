import { readFileSync } from 'node:fs';

type Variables = Record<string, string | undefined>;

/** What is secret can lie in a file: NAME_FILE gives its path. (DATA_KEYS_FILE has a reader of its own, key-ring.ts.) */
const IN_FILES = /^(SESSION_SECRET|SMTP_URL|MONGODB_URI|REDIS_URL|OIDC_[A-Z0-9]+_CLIENT_SECRET)_FILE$/;

/** The variables with the content of such files in place; `troubles` hears of those that cannot be read. */
export function readSecretFiles(vars: Variables, troubles: string[]): Variables {
  const found = Object.entries(vars).flatMap(([name, path]) => {
    const secret = IN_FILES.exec(name)?.[1];
    return secret !== undefined && path !== undefined ? [{ name, secret, path }] : [];
  });
  const read = found.map(({ name, secret, path }) => {
    if (vars[secret] !== undefined) troubles.push(`${secret} and ${name} are both set: give one of the two.`);
    return [secret, contentOf(name, path, troubles)] as const;
  });
  return { ...vars, ...Object.fromEntries(read) };
}

function contentOf(name: string, path: string, troubles: string[]): string | undefined {
  try {
    const content = readFileSync(path, 'utf8').trim();
    if (content !== '') return content;
    troubles.push(`${name} is not right: the file is empty.`);
  } catch {
    troubles.push(`${name} is not right: the file cannot be read.`);
  }
  return undefined;
}
