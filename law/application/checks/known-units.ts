import type { Rule } from './rule.ts';

const UNITS = [
  ['applicantUnit', '项目应用单位'],
  ['ownerUnit', '项目业主单位'],
] as const;

/** The units must be of the directory: their people get the tasks and the notices. */
export const knownUnits: Rule = {
  article: '第六条',
  check: (application, { unit }) =>
    UNITS.filter(([path]) => application[path] !== '')
      .filter(([path]) => unit(application[path]) === undefined)
      .map(([path, label]) => ({
        path,
        message: `${label}“${application[path]}”不在单位名录中，请从列表中选择；名录有缺的，请联系市数字政府领导小组办公室补录。`,
      })),
};
