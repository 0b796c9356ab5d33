/** One fault of the organisation file: where ("people[3].body") and what, in Chinese. */
export type Problem = { path: string; message: string };

/** The organisation file cannot be used; `problems` holds every fault found. */
export class OrganizationError extends Error {
  readonly problems: Problem[];

  constructor(file: string, problems: Problem[]) {
    const lines = problems.map(({ path, message }) => `  ${path}：${message}`);
    super(`组织机构文件 ${file} 有 ${problems.length} 处问题：\n${lines.join('\n')}`);
    this.name = 'OrganizationError';
    this.problems = problems;
  }
}
