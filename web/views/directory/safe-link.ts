/** The address of a source's web page, where it is one that may be opened: http or https, nothing else. */
export function safeLink(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}
