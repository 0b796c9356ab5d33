import { openSearch } from '../engine/opensearch/client.ts';
import { inWords } from './in-words.ts';
import { addressesOf } from './services/addresses.ts';
import { readSettings } from './settings/settings.ts';
import { unstick } from './unstick.ts';

// `npm run unstick -- [OpenSearch]`: where Camunda runs elsewhere and nobody sees new tasks. The own platform does it itself.
try {
  const settings = readSettings(process.env);
  const search = process.argv[2] ?? settings.SEARCH_URL ?? addressesOf(settings).search;
  const any = await unstick(openSearch(search), console.log);
  console.log(
    any
      ? '以上变量的名称过长，Tasklist 和 Operate 无法导入，已在导出的记录中缩短。请重新启动 Tasklist 和 Operate，并核对是谁发起了这些流程实例。'
      : `在 ${search} 中没有名称过长的变量。Tasklist 仍不显示新任务的，请查看其日志。`,
  );
} catch (error) {
  console.error(inWords(error));
  process.exitCode = 1;
}
