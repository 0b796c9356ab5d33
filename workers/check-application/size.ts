import type { Problem } from '../../law/application/index.ts';
import { bytesOf, inWords, type Oversized } from '../oversized.ts';

const ARTICLE = '第十八条';
/** Of one field, in bytes of JSON: all of them together then stay well below what a variable may have. */
const LARGEST_FIELD_BYTES = 20_000;

/** The fields of an application that is too large as a whole, without those that make it so. */
export function withoutLarge(application: unknown): unknown {
  if (typeof application !== 'object' || application === null) return undefined;
  return Object.fromEntries(
    Object.entries(application).filter(([, field]) => bytesOf(field) <= LARGEST_FIELD_BYTES),
  );
}

/** What the applicant is told of what was filed too large. Only the application itself can be filled in anew. */
export function sizeProblems(oversized: Oversized[]): Problem[] {
  return oversized.map((one) => ({
    path: 'application',
    article: ARTICLE,
    message:
      one.name === 'application'
        ? `申报内容过大（${one.valueBytes}字节），过长的栏目未予保留，请精简后重新填写`
        : `申报时附带了申报表以外的内容，${inWords([one])}。请撤回本次申报，用申报表重新申报`,
  }));
}
