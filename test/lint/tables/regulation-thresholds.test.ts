import { describe, expect, test } from '@jest/globals';
import { regulationThresholds } from '../../../lint/tables/regulation-thresholds.ts';
import { checkTable } from './check-table.ts';
import { overLimitTable } from './table.ts';

describe('regulation-thresholds', () => {
  test('valid', async () => {
    expect(await checkTable(regulationThresholds, overLimitTable())).toEqual([]);
  });

  test('another amount is told with both values', async () => {
    const found = await checkTable(regulationThresholds, overLimitTable('&gt;= 500', '&gt;= 600'));
    expect(found).toContain(
      'over-limit investment 的分界值不一致：决策表为 500、600、1000，对照表为 500、1000。',
    );
    expect(found).toContainEqual(
      expect.stringMatching(/investment=500 .*没有结果，对照表为 overLimit=true/),
    );
  });

  test('an amount on the wrong side of its own edge is told', async () => {
    const table = overLimitTable('&gt;= 1000', '&gt; 1000').replace('&lt; 1000', '&lt;= 1000');
    expect(await checkTable(regulationThresholds, table)).toEqual([
      expect.stringMatching(/investment=1000 .*infrastructure 时.*决策表为 overLimit=false/),
      expect.stringMatching(/investment=1000 .*integration 时.*决策表为 overLimit=false/),
    ]);
  });

  test('two rows that hold at once are told', async () => {
    const table = overLimitTable('&lt; 500', '&lt;= 500');
    expect(await checkTable(regulationThresholds, table)).toContainEqual(
      expect.stringContaining('有 2 行同时命中'),
    );
  });

  test('a decision the table of the regulation does not know is told', async () => {
    const table = overLimitTable('id="over-limit"', 'id="under-limit"');
    expect(await checkTable(regulationThresholds, table)).toEqual([
      expect.stringContaining('under-limit 对照表没有这个决策'),
    ]);
  });
});
