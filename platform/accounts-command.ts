import { z } from 'zod';
import { giveAccounts } from '../engine/opensearch/accounts.ts';
import { openSearch } from '../engine/opensearch/client.ts';
import { loadDirectory } from '../files/organization.ts';
import { readSettings } from './settings/settings.ts';

// Run once by docker-compose.yml before Camunda's web applications: the people of the organisation can sign in.
const { ORGANIZATION_FILE, DEMO_PASSWORD } = readSettings(process.env);
const SEARCH_URL = z.url('请用 SEARCH_URL 写明 OpenSearch 的网址').parse(process.env.SEARCH_URL);
await giveAccounts(
  openSearch(SEARCH_URL),
  loadDirectory(ORGANIZATION_FILE).people(),
  DEMO_PASSWORD,
);
