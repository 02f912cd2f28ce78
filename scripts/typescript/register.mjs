// Node 20 does not run TypeScript by itself: `node --import` this file, and it does, in threads as well.
import Module, { register } from 'node:module';

register('./strip-types.mjs', import.meta.url);

// Mocha requires a file before it imports it, and shows what that said where both fail.
Module._extensions['.ts'] = (_module, file) => {
  throw new Error(
    `What ${file} imports cannot be loaded. Why: node --import ./scripts/typescript/register.mjs ${file}`,
  );
};
