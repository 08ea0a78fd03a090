FROM node:24-slim

WORKDIR /app
RUN chown node:node /app && mkdir /data && chown node:node /data
USER node

# `npm ci` also generates the database client and builds the pages ("prepare"), so it needs the sources.
COPY --chown=node:node . .
RUN npm ci && npm prune --omit=dev --ignore-scripts && npm cache clean --force

ENV NODE_ENV=production WAYSEEN_DATA_DIR=/data
VOLUME /data
EXPOSE 3000

HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# To be reached from outside the container it needs HOST=0.0.0.0 and, with that, WAYSEEN_API_KEY.
CMD ["node", "--max-semi-space-size=32", "--heap-growing-percent=100", "src/cli.ts", "start"]
