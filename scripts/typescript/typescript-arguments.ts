/** Arguments by which Node runs TypeScript files, whatever folder it is started in. */
export const typescriptArguments: readonly string[] = [
  '--import',
  new URL('./register.mjs', import.meta.url).href,
];
