/** Where the regulation asks for a field of the application, by its first name. */
const ARTICLES: Record<string, string> = {
  classified: '第七条',
  applicantUnit: '第十八条第一项',
  ownerUnit: '第六条',
  ownerType: '第二十五条、第二十六条',
  level: '第十七条第二款',
  county: '第十七条第二款',
  kind: '第十八条第二项',
  category: '第四十二条',
  investment: '第十八条第三项',
  decisionMeeting: '第十七条第二款',
  fundingPlan: '第十七条第二款、第十八条第三项',
  majorDeploymentBasis: '第十七条第一款',
  reserveId: '第十七条第一款',
  separateProjectReason: '第十一条',
  quotes: '第十八条第三项',
  materials: '第十八条第二项',
  implementationCost: '附件2',
  contact: '附件2',
};

const BASIC_FACTS = '第十八条第一项';

/** The article that asks for the field; the basic facts are Art. 18 item 1. */
export function articleOf(field: string): string {
  return ARTICLES[field] ?? BASIC_FACTS;
}
