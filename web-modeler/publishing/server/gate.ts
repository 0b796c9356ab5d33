import { ApiError } from '../../../site/server/errors.ts';
import type { Finding } from '../../api/common.ts';
import type { PublishingDeps } from './deps.ts';

/** Findings no document overrules: the engine or a browser would run what they forbid, or nobody can read the file. */
const NEVER_OVERRULED = [
  'feel-stays-inside',
  'forms-stay-inside',
  'no-outside-address',
  'readable-file',
];

/**
 * Stops models that lint finds errors in.
 * @throws ApiError `lint-errors` with the findings as its details
 */
export async function requireNoErrors(
  { lint }: Pick<PublishingDeps, 'lint'>,
  commit: string,
): Promise<void> {
  const errors = (await lint(commit)).filter(stops);
  if (errors.length === 0) return;
  const [first] = errors;
  const others = errors.length > 1 ? `等 ${errors.length} 个问题` : '';
  throw new ApiError(
    'lint-errors',
    `模型检查没有通过，请先改正${others}：${first?.file} ${first?.message}`,
    errors,
  );
}

function stops({ severity, document, rule }: Finding): boolean {
  return severity === 'error' && (document === undefined || NEVER_OVERRULED.includes(rule));
}
