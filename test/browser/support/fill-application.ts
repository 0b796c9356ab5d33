import type { Page } from 'playwright-core';
import { choose, tick, write, writeDate } from './tasklist.ts';

const PARTS = [
  '建设内容',
  '集约化建设',
  '政务云资源需求清单',
  '数据资源共享分析',
  '系统及数据安全防护',
  '等级保护',
  '密码应用',
  '软硬件产品安全可靠情况',
];

/** Fills in the 申报表 of a small construction project. */
export async function fillApplication(form: Page, name: string): Promise<void> {
  await choose(form, '项目应用单位（申报单位）', '市教育局');
  await write(form, '项目名称', name);
  await choose(form, '项目业主单位', '市教育局');
  await choose(form, '业主类型', '行政机关及公共管理组织');
  await choose(form, '项目层级', '市级');
  await choose(form, '项目类型', '建设类');
  await choose(form, '项目类别', '其他类别');
  await write(form, '总投资', '150');
  await write(form, '建设地点', '九江市');
  await writeDate(form, '建设时间（开始）', '2032/01/05');
  await writeDate(form, '建设时间（结束）', '2032/12/20');
  await write(
    form,
    '必要性及建设（实施）依据',
    '现有系统分散建设，数据不能互通，群众反复提交材料。',
  );
  await write(form, '主要任务和绩效目标', '办理事项的平均时间缩短一半，提交材料减少三成。');
  await write(form, '实施方式及原因', '公开招标，便于择优。');
  await write(form, '研究决定的会议', '市教育局党组会议');
  await writeDate(form, '会议日期', '2026/03/02');
  await write(form, '会议纪要文号', '九教党组〔2026〕3号');
  await write(form, '项目储备库编号', 'CBK-2031-017');
  await write(form, '资金来源和筹资方案', '市财政预算安排的信息化建设专项资金');
  for (const [row, vendor] of ['甲公司', '乙公司', '丙公司'].entries()) {
    await write(form, '厂商', vendor, row);
    await write(form, '报价', String(145 + row), row);
  }
  await choose(form, '类别', '项目技术方案');
  await write(form, '名称', '技术方案');
  for (const part of PARTS) await tick(form, part);
  await write(form, '姓名', '唐婉清');
  await write(form, '联系电话', '0792-8000000');
  await write(form, '电子邮箱', 'tang.wanqing@jiujiang.example');
}
