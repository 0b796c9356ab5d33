import { levels, ownerTypes } from '../index.ts';
import type { Rule } from './rule.ts';

/** The owner's type decides who approves, so it must be what the directory says (Art. 25, 26). */
export const ownerTypeAgrees: Rule = {
  article: '第二十五条、第二十六条',
  check: ({ ownerUnit, ownerType }, { unit }) => {
    const type = unit(ownerUnit)?.type;
    if (type === undefined || ownerType === undefined || type === ownerType) return [];
    const message = `${ownerUnit}在单位名录中登记为${ownerTypes[type]}，请改选业主类型。`;
    return [{ path: 'ownerType', message }];
  },
};

/** A county's unit applies through its county (Art. 12, 21). */
export const levelAgrees: Rule = {
  article: '第十七条第二款',
  check: ({ applicantUnit, level, county }, { unit: unitOf }) => {
    const unit = unitOf(applicantUnit);
    if (unit?.level === undefined || level === undefined) return [];
    if (unit.level !== level) {
      const message = `${applicantUnit}是${levels[unit.level]}单位，请改选项目层级。`;
      return [{ path: 'level', message }];
    }
    if (unit.county === undefined || county === undefined || unit.county === county) return [];
    return [
      { path: 'county', message: `${applicantUnit}属于${unit.county}，请改选所在县（市、区）。` },
    ];
  },
};
