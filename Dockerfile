# The job workers and the web modeler. The engine, OpenSearch and PostgreSQL are images of their own: docker-compose.yml.
FROM node:20-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
RUN node --import tsx web-modeler/build-command.ts /app/client && mkdir /models && chown node /models
USER node
EXPOSE 8070 8090
CMD ["node", "--import", "tsx", "workers/main.ts"]
