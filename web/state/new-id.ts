/** For something that is written down here first: 128 random bits. A page that came without TLS has no `randomUUID`. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36).padStart(7, '0')).join(
    '-',
  );
}
