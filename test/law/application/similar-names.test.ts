import { describe, expect, test } from '@jest/globals';
import { namesAlike } from '../../../law/application/similar-names.ts';

describe('namesAlike', () => {
  test.each([
    ['智慧校园平台一期', '智慧校园平台二期'],
    ['智慧校园平台（第一期）建设项目', '九江市智慧校园平台(第2期)'],
    ['智慧校园平台Ⅱ期', '智慧校园平台III期'],
    ['智慧校园平台', '智慧校园平台2.0升级改造项目'],
    ['智慧校园平台V1', '智慧校园平台 v3.1'],
    ['视频汇聚平台第一标段', '视频汇聚平台第三标段'],
    ['视频汇聚平台首期', '视频汇聚平台后续期'],
    ['智慧教育综合管理平台', '智慧教育综合服务平台'],
    ['建设项目', '建设项目'],
  ])('%s / %s', (one, other) => {
    expect(namesAlike(one, other)).toBe(true);
    expect(namesAlike(other, one)).toBe(true);
  });

  test.each([
    ['九江市智慧校园平台建设项目', '九江市智慧食堂平台建设项目'],
    ['政务云扩容项目', '电子政务外网改造项目'],
    ['学位预测分析系统', '教师管理系统'],
    ['IVR热线平台', '视频平台'],
    ['', '智慧校园平台'],
    ['', ''],
  ])('not %s / %s', (one, other) => {
    expect(namesAlike(one, other)).toBe(false);
  });
});
