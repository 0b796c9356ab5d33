import { namesAlike } from '../similar-names.ts';
import type { Rule } from './rule.ts';

/** The same unit with a project of a similar name still open: split, unless the applicant says why not. */
export const notSplit: Rule = {
  article: '第十一条',
  check: ({ projectName, separateProjectReason }, { openProjects }) =>
    projectName === ''
      ? []
      : openProjects
          .filter((open) => namesAlike(projectName, open.projectName))
          .map(({ projectId, projectName: open }) => {
            const alike = `与本单位在办项目${projectId}“${open}”名称相近`;
            if (separateProjectReason !== undefined) {
              const message = `${alike}；申报单位说明：${separateProjectReason}`;
              return { path: 'separateProjectReason', message, waived: true };
            }
            const message = `${alike}，涉嫌拆分申报，请合并申报，或在“与本单位在办项目的区别”中说明理由。`;
            return { path: 'separateProjectReason', message };
          }),
};
