# Trellis: one image for the API (the default command) and for the workers (node dist/workers/main.js).

FROM node:22-bookworm-slim AS packages
WORKDIR /trellis
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund

FROM packages AS build
COPY tsconfig.json tsconfig.build.json ./
COPY core core
COPY server server
COPY workers workers
COPY scripts scripts
COPY web web
COPY data data
RUN npm run build && npm run build:server && npm prune --omit=dev \
  # The roads engine brings itself for other kinds of computers, too.
  && rm -rf node_modules/@valhallajs/valhallajs/darwin

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 WEB_DIR=/trellis/web/dist
WORKDIR /trellis
COPY --from=build /trellis/package.json ./
COPY --from=build /trellis/node_modules node_modules
COPY --from=build /trellis/dist dist
COPY --from=build /trellis/web/dist web/dist
COPY data dist/data
# A volume that is mounted here takes over whose folder it is.
RUN mkdir /roads && chown node:node /roads
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/v1/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/main.js"]
