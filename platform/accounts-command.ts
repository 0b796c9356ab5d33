import { z } from 'zod';
import { giveAccounts } from '../engine/opensearch/accounts.ts';
import { openSearch } from '../engine/opensearch/client.ts';
import { loadDirectory } from '../files/organization.ts';
import { camundaPassword, ownSecret } from '../gateway/camunda/secrets.ts';
import { readSettings } from './settings/settings.ts';

// Run once by docker-compose.yml before Camunda's web applications: the gateway's own accounts, and no other.
const { ORGANIZATION_FILE } = readSettings(process.env);
const CAMUNDA_SECRET_FILE = z
  .string('请用 CAMUNDA_SECRET_FILE 写明存放密钥的文件')
  .parse(process.env.CAMUNDA_SECRET_FILE);
const secret = ownSecret(CAMUNDA_SECRET_FILE);
const SEARCH_URL = z.url('请用 SEARCH_URL 写明 OpenSearch 的网址').parse(process.env.SEARCH_URL);
await giveAccounts(openSearch(SEARCH_URL), loadDirectory(ORGANIZATION_FILE).people(), (id) =>
  camundaPassword(secret, id),
);
