import { createServer, type RequestListener, type Server } from 'node:http';

const SECOND = 1_000;

/**
 * Node's server with our patience: headers come at once, an upload of many megabytes over a school's line may take an
 * hour, and a proxy's idle connections are kept longer than the proxy keeps them.
 */
export function httpServer(app: RequestListener): Server {
  const server = createServer({ headersTimeout: 15 * SECOND, requestTimeout: 3_600 * SECOND }, app);
  server.keepAliveTimeout = 65 * SECOND;
  server.maxRequestsPerSocket = 10_000;
  return server;
}
