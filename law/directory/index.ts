export { chooseAssignee } from './choose.ts';
export { createDirectory } from './directory.ts';
export { OrganizationError, type Problem } from './errors.ts';
export { parseOrganization } from './parse.ts';
export type * from './types.ts';
