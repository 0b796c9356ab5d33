import type { z } from 'zod';
import { categories, kinds, levels, materialKinds, ownerTypes, planParts } from './codes.ts';
import {
  group,
  keptNumber,
  keptRows,
  keptText,
  oneOf,
  saidYes,
  shownText,
  someOf,
} from './lenient.ts';
import {
  amount,
  choice,
  day,
  email,
  flag,
  optional,
  optionalAmount,
  phone,
  rows,
  someChoices,
  type TextOptions,
  text,
  webAddress,
  whole,
} from './strict.ts';

/**
 * A field of the application, read in two ways: strictly, where every issue is a Chinese message that says what to do,
 * and leniently, where what cannot be understood is absent. `article` is where the regulation asks for it; the basic
 * facts need none, see `articleOf`.
 */
export type Field = { strict: z.ZodType; lenient: z.ZodType; article?: string };
type Table = Record<string, Field>;
type Way = 'strict' | 'lenient';

/** One way of reading each field of a table. */
export function reading<T extends Table, W extends Way>(
  table: T,
  way: W,
): { [Name in keyof T]: T[Name][W] } {
  const entries = Object.entries(table).map(([name, field]) => [name, field[way]]);
  return Object.fromEntries(entries) as { [Name in keyof T]: T[Name][W] };
}

const SHORT = { max: 200 };
const LONG = { max: 4000, lines: true };

const written = (label: string, options: TextOptions) => ({
  strict: text(label, options),
  lenient: keptText(options),
});
const mayBeWritten = (label: string, options: TextOptions) => ({
  strict: optional(text(label, options)),
  lenient: keptText(options),
});
/** Stands in mail subjects and on task cards, also while it is still wrong. */
const shown = (label: string, options: TextOptions) => ({
  strict: text(label, options),
  lenient: shownText(options.max),
});
const chosen = <T extends Record<string, string>>(label: string, table: T) => ({
  strict: choice(label, table),
  lenient: oneOf(table),
});
const onDay = (label: string) => ({ strict: day(label), lenient: keptText({}) });
const inMoney = (label: string) => ({ strict: amount(label), lenient: keptNumber() });
const yesOrNo = () => ({ strict: flag(), lenient: saidYes() });
const together = <T extends Table>(parts: T, error: string) => ({
  strict: whole(reading(parts, 'strict'), error),
  lenient: group(reading(parts, 'lenient')),
});
const list = <T extends Table>(row: T, label: string, error: string) => ({
  strict: rows(whole(reading(row, 'strict'), error), label),
  lenient: keptRows(reading(row, 'lenient')),
});

/** The variable `application` (数字化项目申报表, annex 2): every field of it, in the order of the form, once. */
export const FIELDS = {
  classified: { ...yesOrNo(), article: '第七条' },
  projectName: shown('项目名称', { min: 4, max: 100 }),
  applicantUnit: { ...shown('项目应用单位', SHORT), article: '第十八条第一项' },
  ownerUnit: { ...shown('项目业主单位', SHORT), article: '第六条' },
  ownerType: { ...chosen('业主类型', ownerTypes), article: '第二十五条、第二十六条' },
  level: { ...chosen('项目层级', levels), article: '第十七条第二款' },
  county: { ...mayBeWritten('所在县（市、区）', SHORT), article: '第十七条第二款' },
  kind: { ...chosen('项目类型', kinds), article: '第十八条第二项' },
  category: { ...chosen('项目类别', categories), article: '第四十二条' },
  investment: { ...inMoney('总投资'), article: '第十八条第三项' },
  implementationCost: {
    strict: optionalAmount('工程（实施）费用'),
    lenient: keptNumber(),
    article: '附件2',
  },
  site: written('建设地点', SHORT),
  period: together(
    { from: onDay('建设时间（开始）'), to: onDay('建设时间（结束）') },
    '请填写建设时间的开始和结束日期。',
  ),
  mode: written('实施方式及原因', LONG),
  necessity: written('必要性及建设（实施）依据', { ...LONG, min: 5 }),
  goals: written('主要任务和绩效目标', { ...LONG, min: 5 }),
  decisionMeeting: {
    ...together(
      {
        body: written('研究决定的会议', SHORT),
        date: onDay('会议日期'),
        document: written('会议纪要文号', SHORT),
      },
      '请填写研究决定本项目的会议、日期和纪要文号。',
    ),
    article: '第十七条第二款',
  },
  majorDeployment: yesOrNo(),
  majorDeploymentBasis: {
    ...mayBeWritten('重大部署的文件依据', LONG),
    article: '第十七条第一款',
  },
  reserveId: { ...mayBeWritten('项目储备库编号', SHORT), article: '第十七条第一款' },
  separateProjectReason: { ...mayBeWritten('与在办项目的区别', LONG), article: '第十一条' },
  fundingPlan: {
    ...written('资金来源和筹资方案', LONG),
    article: '第十七条第二款、第十八条第三项',
  },
  quotes: {
    ...list(
      { vendor: written('报价厂商', SHORT), price: inMoney('报价') },
      '厂商报价',
      '请填写厂商和报价。',
    ),
    article: '第十八条第三项',
  },
  materials: {
    ...list(
      {
        kind: chosen('材料类别', materialKinds),
        title: written('材料名称', SHORT),
        document: mayBeWritten('材料文号', SHORT),
        link: { strict: optional(webAddress('材料链接')), lenient: keptText({}) },
        parts: {
          strict: someChoices('技术方案已写明的部分', planParts),
          lenient: someOf(planParts),
        },
      },
      '申报材料',
      '请填写材料的类别和名称。',
    ),
    article: '第十八条第二项',
  },
  contact: {
    ...together(
      {
        name: written('负责人姓名', { max: 50 }),
        phone: { strict: phone('联系电话'), lenient: keptText({}) },
        email: { strict: email('电子邮箱'), lenient: keptText({}) },
      },
      '请填写项目负责人的姓名、电话和电子邮箱。',
    ),
    article: '附件2',
  },
} as const satisfies Table;
