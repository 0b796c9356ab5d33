import { describe, expect, test } from '@jest/globals';
import { facts, found, PART, place } from './found-in-parts.ts';

describe('common-parts', () => {
  test('a part has the id of its file', async () => {
    expect(await found([place], [facts], 'fact')).toEqual([
      expect.stringContaining(`${PART} undefined 公共部分的编号应当与文件名一致`),
    ]);
  });

  test('a part is one component and holds no other part', async () => {
    const both = await found([place], [facts, { id: 'Text_b', type: 'text', text: '乙' }]);
    expect(both).toContainEqual(
      expect.stringContaining(`${PART} undefined 公共部分只能是一个组件`),
    );
    const nested = await found([place], [{ ...facts, components: [place] }]);
    expect(nested).toContainEqual(
      expect.stringContaining(`${PART} Part_facts 公共部分里不能再引用`),
    );
  });
});
