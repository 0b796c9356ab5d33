import { randomInt } from 'node:crypto';

type Fields = Record<string, unknown>;
type Application = Fields & { projectName: string; applicantUnit: string };

const PLAN_PARTS = [
  'construction-content',
  'intensive-construction',
  'cloud-resources',
  'data-sharing',
  'security-protection',
  'graded-protection',
  'cryptography',
  'trusted-products',
];

const HAN = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜';

/** A complete application of a small construction project of the city; a test says only what differs. */
export function anApplication(differs: Fields = {}): Application {
  return {
    projectName: `${uniqueName()}平台`,
    applicantUnit: '市教育局',
    ownerUnit: '市教育局',
    ownerType: 'agency',
    level: 'city',
    kind: 'construction',
    category: 'other',
    investment: 150,
    classified: false,
    majorDeployment: false,
    reserveId: 'CBK-2031-017',
    decisionMeeting: { body: '党组会议', date: '2026-03-02', document: '九教党组〔2026〕3号' },
    necessity: '现有系统分散建设，数据不能互通，群众反复提交材料。',
    goals: '群众办理事项的平均时间缩短一半，材料减少三成。',
    site: '九江市',
    period: { from: '2032-01-05', to: '2032-12-20' },
    mode: '公开招标',
    fundingPlan: '市财政预算安排',
    quotes: [
      { vendor: '甲公司', price: 148 },
      { vendor: '乙公司', price: 150 },
      { vendor: '丙公司', price: 155 },
    ],
    materials: [
      { kind: 'technical-plan', title: '技术方案', document: 'A-1', link: '', parts: PLAN_PARTS },
      { kind: 'funding-plan', title: '筹资方案', document: 'A-2', link: '' },
    ],
    contact: { name: '张老师', phone: '0792-8000000', email: 'zhang@jiujiang.example' },
    ...differs,
  };
}

/** What a project differs by when an agency of a county applies for and owns it. */
export const XIUSHUI = {
  ...{ level: 'county', county: '修水县' },
  ...{ applicantUnit: '修水县教育局', ownerUnit: '修水县教育局' },
};

/** When a state-owned enterprise under the city's supervision does. */
export const ENTERPRISE = {
  ...{ ownerType: 'soe' },
  ...{ applicantUnit: '九江市国有投资集团', ownerUnit: '九江市国有投资集团' },
};

/** When a service is asked for instead of a construction. */
export const SERVICE = {
  kind: 'service',
  materials: [
    { kind: 'implementation-plan', title: '实施方案', document: 'A-1', link: '' },
    { kind: 'funding-plan', title: '筹资方案', document: 'A-2', link: '' },
  ],
};

/** By chance, so that no name looks like another's split project (Art. 11), whichever file and process made it. */
function uniqueName(): string {
  return Array.from({ length: 12 }, () => HAN[randomInt(HAN.length)]).join('');
}
