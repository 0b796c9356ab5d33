/** An application without a fault; tests change the one field they are about. */
export function exampleApplication(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    classified: false,
    projectName: '智慧校园综合管理平台建设项目',
    applicantUnit: '市教育局',
    ownerUnit: '市教育局',
    ownerType: 'agency',
    level: 'city',
    kind: 'construction',
    category: 'other',
    investment: 186.5,
    site: '九江市八里湖新区',
    period: { from: '2027-01-01', to: '2027-11-30' },
    mode: '公开招标选择承建单位，本单位没有研发队伍。',
    necessity: '现有三个系统数据口径不一致，业务无法协同。',
    goals: '一年内整合三个系统，九成事项一网通办。',
    decisionMeeting: {
      body: '市教育局党组会议',
      date: '2026-08-03',
      document: '九教党纪〔2026〕12号',
    },
    majorDeployment: false,
    reserveId: 'CBK-2026-017',
    fundingPlan: '市本级信息化建设专项资金。',
    quotes: [
      { vendor: '甲公司', price: 188 },
      { vendor: '乙公司', price: '186.5' },
      { vendor: '丙公司', price: 191.2 },
    ],
    materials: [
      {
        kind: 'technical-plan',
        title: '项目技术方案',
        document: '九教信〔2026〕3号',
        link: 'https://files.example.cn/1',
        parts: [
          'construction-content',
          'intensive-construction',
          'cloud-resources',
          'data-sharing',
          'security-protection',
          'graded-protection',
          'cryptography',
          'trusted-products',
        ],
      },
    ],
    contact: { name: '王晓', phone: '0792-8123456', email: 'wangxiao@example.cn' },
    ...changes,
  };
}
