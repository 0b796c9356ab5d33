import type { Search } from './client.ts';

/**
 * Lets Operate's own indexes be refreshed once a second, OpenSearch's usual pace, instead of the pace that Tasklist
 * needs: an operator does not notice, and the time goes to the tasks. Operate has made its indexes by then.
 */
export async function refreshOperateLess(search: Search): Promise<void> {
  await search.call('PUT', 'operate-*/_settings', { index: { refresh_interval: '1s' } });
}
