# The job workers. The engine, OpenSearch and PostgreSQL are images of their own: docker-compose.yml.
FROM node:20-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
USER node
EXPOSE 8090
CMD ["node", "--import", "tsx", "workers/main.ts"]
