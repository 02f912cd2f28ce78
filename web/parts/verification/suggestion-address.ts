const MARK = '#suggestion=';

/** Where the answer to a suggestion is found. The token stands behind the "#", which browsers send to no server. */
export function addressOfSuggestion(serviceId: string, token: string): string {
  return `${location.origin}/services/${serviceId}${MARK}${token}`;
}

/** The token of such an address. */
export function tokenIn(hash: string): string | undefined {
  return hash.startsWith(MARK) ? hash.slice(MARK.length) : undefined;
}
