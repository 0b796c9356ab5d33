import type { Directory } from '../../law/directory/index.ts';
import type { People } from '../../site/server/people.ts';
import { may, type User } from '../api/rights.ts';

const IN_CHINESE: Record<string, string> = { read: '查看', edit: '编辑', publish: '发布' };

/** Who may use the modeler and for what, as the organisation file says at this moment. */
export function modelerPeople(directory: () => Directory): People<User> {
  const nameOf = (id: string) => directory().person(id)?.name ?? id;
  return {
    nameOf,
    idOf: (typed) => directory().person(typed)?.id,
    userOf(id) {
      const role = directory().modelerRole(id);
      return role === undefined ? undefined : { id, name: nameOf(id), role };
    },
    may,
    mayNot: (right) => `您没有${IN_CHINESE[right]}权限。如需要，请联系管理员在组织机构文件中调整。`,
    notHere: (name) => `${name}没有使用模型管理的权限。如需要，请联系管理员在组织机构文件中添加。`,
  };
}
