import { Page } from '../../../site/page/ui/page.tsx';
import type { User } from '../../api/user.ts';
import { useMe } from '../../page/use-me.ts';

type Way = { href: string; name: string; what: string };

const OPERATOR_MAY = { reader: '查看', operator: '查看和处置' } as const;
const MODELER_MAY = {
  reader: '查阅',
  editor: '查阅和编辑',
  publisher: '查阅、编辑和发布',
} as const;

/** What is open to who is signed in. */
export function StartPage() {
  const me = useMe();
  return (
    <Page title={`${me.name}，您好`} lead={`${me.body} · ${me.position}`}>
      <ul class="ways">
        {waysOf(me).map(({ href, name, what }) => (
          <li key={href}>
            <a href={href}>
              <strong>{name}</strong>
              <span>{what}</span>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function waysOf({ operatorRole, modelerRole, administrator }: User): Way[] {
  return [
    { href: '/tasklist', name: '待办与申报', what: '办理分给本单位的事项，提出申报和撤回。' },
    ...(operatorRole === null
      ? []
      : [
          {
            href: '/operate',
            name: '流程监控',
            what: `${OPERATOR_MAY[operatorRole]}在办项目的流程和异常。`,
          },
        ]),
    ...(modelerRole === null
      ? []
      : [
          {
            href: '/modeler/',
            name: '模型管理',
            what: `${MODELER_MAY[modelerRole]}流程、表单、决策表和通知。`,
          },
        ]),
    { href: '/account', name: '我的账户', what: '修改密码，查看在哪些设备上登录。' },
    ...(administrator
      ? [
          { href: '/accounts', name: '账户管理', what: '重置密码，查看和结束登录。' },
          { href: '/audit', name: '操作记录', what: '谁在何时登录、变更了什么。' },
        ]
      : []),
  ];
}
