import type { Literal } from './literals.ts';

export const FOCUS_SENTINEL = ['"Focus sentinel"', '"焦点边界"'] as const;

/** The frame around all pages: licence, menus, user. */
export const FRAME: readonly Literal[] = [
  ['?"Production license":"Non-production license"', '?"生产许可":"非生产许可"'],
  [
    '"Non-production license. For production usage details, visit our"',
    '"非生产许可。用于生产环境的条件见"',
  ],
  ['"terms & conditions page")," ","or"," "', '"条款与条件"),"，或者"'],
  ['"contact our sales team"),"."', '"联系销售"),"。"'],
  ['"Learn more"', '"了解更多"'],
  ['"Version "', '"版本 "', 2],
  ['"All right reserved."', '"保留所有权利。"'],
  ['" All rights reserved."', '" 保留所有权利。"'],
  ['legendText:"Theme"', 'legendText:"外观"'],
  ['labelText:"Light"', 'labelText:"浅色"'],
  ['labelText:"System"', 'labelText:"跟随系统"'],
  ['labelText:"Dark"', 'labelText:"深色"'],
  ['"Skip to main content"', '"跳到正文"'],
  ['"Camunda components"', '"Camunda 应用"'],
  ['"Side Navigation"', '"侧边导航"'],
  ['"Info Sidebar"', '"帮助"'],
  ['"User Sidebar"', '"用户"'],
  ['"Open ".concat(', '"打开".concat(', 2],
  ['"Camunda logo"', '"Camunda 标志"'],
  ['"Show information"', '"查看说明"'],
];

export const DIALOGS: readonly Literal[] = [
  [...FOCUS_SENTINEL, 6],
  ['="Close"', '="关闭"', 2],
  ['="Options"', '="更多操作"', 2],
  ['labelA:{}="Off",labelB:{}="On"', 'labelA:$1="关",labelB:$2="开"'],
  ['labelText:{}="Select"', 'labelText:$1="请选择"'],
];

export const DROPDOWN: readonly Literal[] = [
  ['"Close menu"', '"收起"'],
  ['"Open menu"', '"展开"'],
  ['"Clear all selected items"', '"清除全部选择"'],
  ['"Clear selected item"', '"清除选择"'],
  ['"No results are available."', '"没有选项。"', 2],
  [
    '{}+" result"+({}===1?" is":"s are")+" available, use up and down arrow keys to navigate. Press Enter key to select."',
    '$1+" 个选项，用上下键移动，用回车键选择。"',
  ],
  [
    '"".concat({}," result").concat({}===1?" is":"s are"," available, use up and down arrow keys to navigate. Press Enter or Space Bar keys to select.")',
    '"".concat($1," 个选项，用上下键移动，用回车键或者空格键选择。")',
  ],
];
