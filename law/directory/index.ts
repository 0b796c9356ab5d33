export { type Choices, choicesOf, LISTS_OF_NAMES } from './choices.ts';
export { chooseAssignee } from './choose.ts';
export { createDirectory } from './directory.ts';
export { OrganizationError, type Problem } from './errors.ts';
export { parseOrganization } from './parse.ts';
export type * from './types.ts';
