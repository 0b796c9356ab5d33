import type { Finding } from './finding.ts';

const LABEL = { error: '错误', warning: '警告' };

/** Findings as people read them: by file, each with its element, its rule and what to do. */
export function report(findings: Finding[]): string {
  const files = [...new Set(findings.map(({ file }) => file))];
  const blocks = files.map((file) => {
    const lines = findings.filter((finding) => finding.file === file).map(line);
    return [file, ...lines, ''].join('\n');
  });
  return [...blocks, summary(findings)].join('\n');
}

function line({ severity, id, rule, message }: Finding): string {
  return `  ${LABEL[severity]}  ${id ?? '（整个文件）'}  ${message}  [${rule}]`;
}

function summary(findings: Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (findings.length === 0) return '模型检查通过，没有发现问题。';
  return `模型检查：${errors} 个错误，${findings.length - errors} 个警告。`;
}
