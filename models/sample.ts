import { readForm } from './form.ts';
import { display, shownBy } from './shown.ts';

/** One invented project, so that the pictures of the forms look as they do at work. */
export const sample = {
  projectId: 'JJSZ-2026-0001',
  application: {
    projectName: '智慧停车管理平台',
    applicantUnit: '市城市管理局',
    ownerUnit: '市城市管理局',
    ownerType: 'agency',
    level: 'city',
    kind: 'construction',
    category: 'other',
    investment: 186.5,
    classified: false,
    majorDeployment: false,
    reserveId: 'CBK-2025-017',
    decisionMeeting: { body: '局党组', date: '2026-07-10', document: '会议纪要〔2026〕12号' },
    necessity: '城区停车数据分散，需统一汇聚。',
    goals: '接入泊位两万个。',
    site: '九江市',
    period: { from: '2027-01-01', to: '2027-10-31' },
    mode: '公开招标',
    fundingPlan: '市级财政资金',
    quotes: [
      { vendor: '甲公司', price: 186.5 },
      { vendor: '乙公司', price: 190 },
      { vendor: '丙公司', price: 195.2 },
    ],
    materials: [
      { kind: 'technical-plan', title: '项目技术方案', document: '附件1', link: '' },
      { kind: 'funding-plan', title: '资金筹措方案', document: '附件2', link: '' },
    ],
    contact: { name: '王敏', phone: '0792-0000000', email: 'wangmin@example.org' },
  },
  clock: {
    deadline: '2026-10-23',
    remaining: 9,
    used: 6,
    limit: 15,
    provisional: false,
    text: '法定 15 个工作日，已用 6 个，剩余 9 个，截止 2026-10-23',
  },
  article: '第二十五条第二项',
  history: [
    {
      step: '初步审核',
      body: '市数字政府领导小组办公室',
      signer: '李强',
      outcome: '同意',
      opinion: '必要性充分',
      date: '2026-09-18',
    },
  ],
  problems: [{ path: 'quotes', article: '第十八条第三项', message: '报价不足三家' }],
  grounds: ['需求确认', '编修文本'],
};

/** The variables of a task with this form, filled in as it is deployed, for the invented project or another one. */
export function sampleFor(source: string, some: Record<string, unknown> = {}): object {
  const variables = { ...sample, ...some };
  const shown = display(shownBy(readForm('', source)), variables, new Map());
  return { ...variables, shown };
}
