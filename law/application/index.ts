export { isAmount, readAmount } from './amount.ts';
export { articleOf } from './articles.ts';
export * from './codes.ts';
export { type Draft, draftOf } from './draft.ts';
export { fieldProblems } from './field-problems.ts';
export type { Problem } from './problem.ts';
export { type Application, applicationSchema } from './schema.ts';
