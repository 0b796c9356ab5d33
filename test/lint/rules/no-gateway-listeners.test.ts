import { diagramCases } from '../cases.ts';

diagramCases('no-gateway-listeners', {
  valid: [],
  'listener-on-joining-gateway': [['Gateway_Join', '请删除网关上的执行监听器']],
});
