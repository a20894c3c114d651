# syntax=docker/dockerfile:1
# Referent as a container: one process, one store in /data. Run it with a read-only root:
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
#     --env-file .env -v referent-data:/data -p 127.0.0.1:3978:3978 referent

FROM node:22-bookworm-slim AS build
WORKDIR /app
# The database driver is compiled where no prebuilt one is at hand.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY scripts/build scripts/build
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
  REFERENT_DB=/data/referent.db \
  REFERENT_HOST=0.0.0.0 \
  REFERENT_PORT=3978
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY bin bin
COPY cards cards
COPY manifest manifest
# The store holds what the forum said behind closed doors: nobody else on the machine reads it.
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.REFERENT_PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is told to stop; npm in between would keep the signal to itself. Why less room for new objects than usual: docs/decisions/0025.
ENTRYPOINT ["node", "--max-semi-space-size=8", "dist/main.js"]
