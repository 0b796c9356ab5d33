import { applyingUnit } from '../../law/application/units.ts';
import type { Directory } from '../../law/directory/index.ts';

/** What is kept of a classified project (Art. 7): the fact and the unit, as the directory knows it. */
export type ClassifiedApplication = {
  classified: true;
  applicantUnit: string;
  level: 'city' | 'county';
  county?: string;
};

/** Whether the applicant says the project is classified. In doubt it is: nothing of it may be kept then. */
export function isClassified(input: unknown): boolean {
  const answer = (input as { classified?: unknown } | null | undefined)?.classified;
  return ![undefined, null, false, '', 'false', 0].includes(answer as never);
}

/** A unit the directory does not know is not kept either: its name could be anything. */
export function classifiedRemainder(
  unitName: string,
  directory: Pick<Directory, 'body'>,
): ClassifiedApplication {
  const unit = applyingUnit(unitName, directory);
  return {
    classified: true,
    applicantUnit: unit?.name ?? '名录外单位',
    level: unit?.level ?? 'city',
    ...(unit?.county !== undefined && { county: unit.county }),
  };
}
