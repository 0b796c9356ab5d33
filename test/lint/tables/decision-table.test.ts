import { describe, expect, test } from '@jest/globals';
import { decisionTable } from '../../../lint/tables/decision-table.ts';
import { readDecisions } from '../../../models/dmn.ts';
import { checkTable } from './check-table.ts';
import { overLimitTable } from './table.ts';

describe('decision-table', () => {
  test('valid', async () => {
    expect(await checkTable(decisionTable, overLimitTable())).toEqual([]);
  });

  test('a table that states no hit policy is a unique one', async () => {
    const source = overLimitTable(' hitPolicy="UNIQUE"', '');
    const [decision] = (await readDecisions(source)).decisions;
    expect(decision?.table?.hitPolicy).toBe('UNIQUE');
    expect(await checkTable(decisionTable, source)).toEqual([]);
  });

  test.each([
    ['rule without id', ' id="Rule_largeOver"', '', 'over-limit 第 2 行没有编号（id）'],
    ['cell without id', ' id="Test_largeOver_0"', '', 'over-limit 第 2 行的单元格没有编号（id）'],
    ['output without id', ' id="Output_threshold"', '', 'over-limit 列“限额”没有编号（id）'],
    ['English decision', '限额判定', 'Over limit', 'over-limit 请填写决策的中文名称'],
    ['English column', 'label="投资额"', 'label="amount"', 'Input_investment 请填写列的中文名称'],
    [
      'column without type',
      ' typeRef="boolean"',
      '',
      'Output_overLimit 请写明列“限额以上”的数据类型',
    ],
    [
      'no article',
      '第四十二条：largeOver',
      '一千万元以上',
      'Rule_largeOver 第 2 行：请在批注开头写明',
    ],
    [
      'no such article',
      '第四十二条：largeOver',
      '第四十六条：x',
      'Rule_largeOver 第 2 行：“第四十六条”不存在',
    ],
  ])('%s', async (_, replace, by, expected) => {
    const found = await checkTable(decisionTable, overLimitTable(replace, by));
    expect(found).toEqual([expect.stringContaining(expected)]);
  });
});
