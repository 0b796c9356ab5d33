import type { Kind } from '../../api/common.ts';

export const KIND_WORDS: Record<Kind, string> = {
  process: '流程',
  decision: '决策表',
  form: '表单',
  notice: '通知',
};

export const STATE_WORDS = {
  published: '已发布',
  draft: '草稿',
  submitted: '待发布',
} as const;

export const ROLE_WORDS = { reader: '查阅', editor: '编辑', publisher: '发布' } as const;

export const SEVERITY_WORDS = { error: '错误', warning: '提示' } as const;
