import { describe, expect, test } from '@jest/globals';
import { noOutsideAddress } from '../../../lint/decisions/no-outside-address.ts';
import { readTablesTree } from '../../../models/dmn.ts';
import { context } from '../context.ts';
import { overLimitTable } from '../tables/table.ts';

async function check(source: string): Promise<string[]> {
  const found: string[] = [];
  const { definitions } = await readTablesTree(source);
  noOutsideAddress.check(definitions, context(), (id, message) => found.push(`${id} ${message}`));
  return found;
}

const described = (words: string) => `<?xml version="1.0" encoding="UTF-8"?>
  <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Definitions" name="d" namespace="http://example.org/n">
    <decision id="d" name="限额"><description>${words}</description></decision>
  </definitions>`;

describe('no-outside-address', () => {
  test('valid', async () => {
    expect(await check(overLimitTable())).toEqual([]);
    expect(await check(described('第四十二条，见附件'))).toEqual([]);
  });

  test('an address in a description is found', async () => {
    expect(await check(described('见 https://example.org/law'))).toEqual([
      expect.stringMatching(/^d 不能有外部地址“https:\/\/example.org\/law”/),
    ]);
  });
});
