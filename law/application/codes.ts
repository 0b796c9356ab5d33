/** The codes of the variable `application` with the words people read. Forms offer exactly these. */

export const ownerTypes = { agency: '行政机关及公共管理组织', soe: '市属国资监管企业' } as const;

export const levels = { city: '市级', county: '县级' } as const;

/** `operations` is a known kind that is applied for elsewhere (Art. 35), so the form leaves it out. */
export const kinds = {
  construction: '建设类',
  service: '服务类',
  equipment: '设备采购类',
  operations: '运维类',
} as const;

export const categories = {
  infrastructure: '基础设施类',
  integration: '跨部门跨层级集成类',
  other: '其他类别',
} as const;

export const materialKinds = {
  'technical-plan': '项目技术方案',
  'implementation-plan': '实施方案',
  'funding-plan': '筹资方案',
  'meeting-record': '会议记录',
  'protection-plan': '防护方案',
  other: '其他材料（如主管部门意见）',
} as const;

/** The eight parts of a technical plan (Art. 18 item 2). */
export const planParts = {
  'construction-content': '建设内容',
  'intensive-construction': '集约化建设',
  'cloud-resources': '政务云资源需求清单',
  'data-sharing': '数据资源共享分析',
  'security-protection': '系统及数据安全防护',
  'graded-protection': '等级保护',
  cryptography: '密码应用',
  'trusted-products': '软硬件产品安全可靠情况',
} as const;

/** The codes of a table above, as zod's `enum` wants them. */
export function codesOf<T extends Record<string, string>>(table: T): [keyof T & string] {
  return Object.keys(table) as [keyof T & string];
}
