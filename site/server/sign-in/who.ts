import type { Request } from 'express';
import type { Directory } from '../../../law/directory/index.ts';
import { ROLES } from '../../api/route.ts';
import { ApiError } from '../errors.ts';
import type { User } from '../handler.ts';
import { LONGEST_MS } from './sessions.ts';

/** Who a request comes from, with the role the organisation file gives now; null when nobody is signed in. */
export function userOf(request: Request, directory: Directory, now: Date): User | null {
  const { userId, signedInAt = 0 } = request.session;
  if (userId === undefined || now.getTime() - signedInAt > LONGEST_MS) return null;
  const role = directory.modelerRole(userId);
  return role === undefined ? null : { id: userId, name: nameOf(userId, directory), role };
}

/** A person's name, or the login name of somebody the organisation file does not know. */
export function nameOf(userId: string, directory: Directory): string {
  return directory.person(userId)?.name ?? userId;
}

const IN_CHINESE = { reader: '查看', editor: '编辑', publisher: '发布' };

/**
 * Checks that somebody is signed in who may do this.
 * @throws ApiError `not-signed-in`, `not-allowed`
 */
export function checkRole(user: User | null, needed: User['role']): User {
  if (user === null) {
    throw new ApiError('not-signed-in', 401, '尚未登录或登录已过期，请重新登录。');
  }
  if (ROLES.indexOf(user.role) < ROLES.indexOf(needed)) {
    throw new ApiError(
      'not-allowed',
      403,
      `您没有${IN_CHINESE[needed]}权限。如需要，请联系管理员在组织机构文件中调整。`,
    );
  }
  return user;
}
