/** On which side of a step somebody is (the input `role` of a user task), in Chinese. */
export const ROLES = { reviewer: '审查方', owner: '申报方' } as const;

export type Role = keyof typeof ROLES;

/** All of them, for schemas. */
export const ROLE_IDS = Object.keys(ROLES) as Role[];

/** Whether the text names a role. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}
