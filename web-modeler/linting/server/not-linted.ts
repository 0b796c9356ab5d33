import type { Finding } from '../../api/common.ts';

/** Stands for what lint would have said of a file that is saved all the same. */
export function notLinted(file: string): Finding {
  const message = '已经保存，但模型检查没有完成，请稍后刷新页面查看检查结果。';
  return { file, rule: 'readable-file', severity: 'error', message };
}
