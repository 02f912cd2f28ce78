/** Whether this can be an address of another server: the server's own rule once more, without a name or a password. */
export function isWebAddress(typed: string): boolean {
  const address = typed.trim();
  return /^https?:\/\/[^/?#@\s]+([/?#]\S*)?$/i.test(address) && URL.canParse(address);
}
