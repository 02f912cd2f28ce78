import { benchAccess } from './access.ts';

/** The benchmark in a process of its own: `<root> <folder> …`. */
const [root = '.', ...args] = process.argv.slice(2);
await benchAccess({ root, args, print: (line) => console.log(JSON.stringify({ bench: 'access', ...line })) });
process.exit(0);
