import type { Directory } from '../../law/directory/index.ts';
import type { People } from '../../site/server/people.ts';
import { ADMINISTER, type User } from '../api/user.ts';

/** Everybody of the organisation may come in; what else is open to them the organisation file says at this moment. */
export function gatewayPeople(directory: () => Directory): People<User> {
  return {
    idOf: (typed) => directory().person(typed)?.id,
    nameOf: (id) => directory().person(id)?.name ?? id,
    userOf(id) {
      const now = directory();
      const person = now.person(id);
      if (person === undefined) return undefined;
      const { name, body, position } = person;
      return {
        ...{ id, name, body, position },
        modelerRole: now.modelerRole(id) ?? null,
        operatorRole: now.operatorRole(id) ?? null,
        administrator: now.isAdministrator(id),
      };
    },
    may: (user, right) => right === ADMINISTER.right && user.administrator,
    mayNot: () => '您没有账户管理权限。如需要，请联系管理员在组织机构文件中添加。',
    notHere: (name) => `${name}不在组织机构文件中，不能登录。如有疑问，请联系管理员。`,
  };
}
