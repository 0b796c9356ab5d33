import { z } from 'zod';
import { categories, kinds, levels, materialKinds, ownerTypes, planParts } from './codes.ts';
import { amount, choice, day, emptyIsAbsent, flag, optionalText, text } from './fields.ts';

const SHORT = { max: 200 };
const LONG = { max: 4000, lines: true };
const MOST_ROWS = 50;

const meeting = z.object(
  {
    body: text('研究决定的会议', SHORT),
    date: day('会议日期'),
    document: text('会议纪要文号', SHORT),
  },
  { error: '请填写研究决定本项目的会议、日期和纪要文号。' },
);

const quote = z.object(
  { vendor: text('报价厂商', SHORT), price: amount('报价') },
  { error: '请填写厂商和报价。' },
);

const material = z.object(
  {
    kind: choice('材料类别', materialKinds),
    title: text('材料名称', SHORT),
    document: optionalText('材料文号', SHORT),
    link: z.preprocess(
      emptyIsAbsent,
      z
        .url({ protocol: /^https?$/, error: '材料链接应当以 http:// 或 https:// 开头，请核对。' })
        .max(500, '材料链接过长，请缩短到500个字符以内。')
        .optional(),
    ),
    parts: z.preprocess(
      (input) => input ?? undefined,
      z
        .array(choice('技术方案已写明的部分', planParts), { error: '请勾选技术方案已写明的部分。' })
        .optional(),
    ),
  },
  { error: '请填写材料的类别和名称。' },
);

const contact = z.object(
  {
    name: text('负责人姓名', { max: 50 }),
    phone: text('联系电话', { max: 20 }).regex(
      /^\+?\d{3,4}[\d -]{3,15}$/,
      '联系电话格式不对，请填写手机号或带区号的座机号。',
    ),
    email: z.email({ error: '电子邮箱格式不对，请填写可以收到通知的邮箱。' }),
  },
  { error: '请填写项目负责人的姓名、电话和电子邮箱。' },
);

/** The rows of a list; an absent list is an empty one, and the rules say which rows are wanted. */
function rows<T extends z.ZodType>(row: T, label: string) {
  return z.preprocess(
    (input) => input ?? [],
    z
      .array(row, { error: `${label}应当逐条填写。` })
      .max(MOST_ROWS, `${label}最多${MOST_ROWS}条。`),
  );
}

/**
 * The variable `application` (数字化项目申报表, annex 2), field by field. Amounts are in 万元, days are
 * Asia/Shanghai. What several fields say together is judged by the rules of `check-application`.
 * Use `safeParse`; every issue carries a Chinese message that says what to do.
 */
export const applicationSchema = z.object(
  {
    classified: flag(),
    projectName: text('项目名称', { min: 4, max: 100 }),
    applicantUnit: text('项目应用单位', SHORT),
    ownerUnit: text('项目业主单位', SHORT),
    ownerType: choice('业主类型', ownerTypes),
    level: choice('项目层级', levels),
    county: optionalText('所在县（市、区）', SHORT),
    kind: choice('项目类型', kinds),
    category: choice('项目类别', categories),
    investment: amount('总投资'),
    implementationCost: z.preprocess(
      emptyIsAbsent,
      z.union([z.undefined(), amount('工程（实施）费用')]),
    ),
    site: text('建设地点', SHORT),
    period: z.object(
      { from: day('建设时间（开始）'), to: day('建设时间（结束）') },
      { error: '请填写建设时间的开始和结束日期。' },
    ),
    mode: text('实施方式及原因', LONG),
    necessity: text('必要性及建设（实施）依据', { ...LONG, min: 5 }),
    goals: text('主要任务和绩效目标', { ...LONG, min: 5 }),
    decisionMeeting: meeting,
    majorDeployment: flag(),
    majorDeploymentBasis: optionalText('重大部署的文件依据', LONG),
    reserveId: optionalText('项目储备库编号', SHORT),
    separateProjectReason: optionalText('与在办项目的区别', LONG),
    fundingPlan: text('资金来源和筹资方案', LONG),
    quotes: rows(quote, '厂商报价'),
    materials: rows(material, '申报材料'),
    contact,
  },
  { error: '没有收到申报内容，请重新填写申报表。' },
);

export type Application = z.output<typeof applicationSchema>;
