import type { Literal } from './literals.ts';

/** The script of Tasklist 8.6.0 that holds its words. */
export const MAIN_SCRIPT = 'index-DgxKnUTT.js';

const FOCUS_SENTINEL = ['"Focus sentinel"', '"焦点边界"'] as const;

/** What form-js says. bpmn.io's name and link stay as its licence asks. */
const FORMS: readonly Literal[] = [
  ['"Field is required."', '"此项为必填项。"'],
  ['"Field must match pattern ".concat({},".")', '"填写内容不符合规定的格式：".concat($1,"。")'],
  ['"Field must have minimum value of ".concat({},".")', '"不得小于 ".concat($1,"。")'],
  ['"Field must have maximum value of ".concat({},".")', '"不得大于 ".concat($1,"。")'],
  ['"Field must have minimum length of ".concat({},".")', '"不得少于 ".concat($1," 个字。")'],
  ['"Field must have maximum length of ".concat({},".")', '"不得超过 ".concat($1," 个字。")'],
  [
    '"Field must be a valid  international phone number. (e.g. +4930664040900)"',
    '"请填写带国家区号的电话号码，例如 +867928123456。"',
  ],
  ['"Field must be a valid email."', '"请填写正确的电子邮箱。"'],
  ['"Value is not a number."', '"请填写数字。"'],
  [
    '"Value is expected to "+({}===0?"be an integer":"have at most ".concat({}," decimal digit").concat({}>1?"s":""))+"."',
    '($1===0?"请填写整数。":"最多保留 ".concat($2," 位小数。"))',
  ],
  [
    '"Please select a valid value, the two nearest valid values are ".concat({}," and ").concat({},".")',
    '"数值不符合规定的间隔，最接近的是 ".concat($1," 和 ").concat($2,"。")',
  ],
  ['"Date and time must both be entered."', '"日期和时间都要填写。"'],
  ['"No results"', '"没有符合的选项"', 2],
  ['"All values selected"', '"已全部选择"'],
  ['placeholder:"Search"', 'placeholder:"查找"'],
  ['void 0:"Search"', 'void 0:"查找"'],
  ['||"Select"', '||"请选择"'],
  ['"Skip to search"', '"跳到查找"'],
  ['"Remove tag"', '"移除该项"'],
  ['"aria-label":"Increment"', '"aria-label":"增加"'],
  ['"aria-label":"Decrement"', '"aria-label":"减少"'],
  ['"Nothing to show."', '"没有内容。"', 2],
  ['"No content to show."', '"没有内容。"'],
  ['"External content couldn\'t be loaded."', '"外部内容未能打开。"'],
  ['"This is an image placeholder"', '"图片"'],
  ['{}+1," of ",{}.length]', '$1+1," / ",$2.length]'],
  ['"Previous page"', '"上一页"'],
  ['"Next page"', '"下一页"'],
  ['"Click to sort by ".concat({}," descending")', '"按“".concat($1,"”从大到小排列")'],
  ['"Click to sort by ".concat({}," ascending")', '"按“".concat($1,"”从小到大排列")'],
  ['"Click to remove sorting"', '"取消排列"'],
  ['"Add new"', '"添加"'],
  ['"Expand all (".concat({},")")', '"展开全部（".concat($1,"）")'],
  ['" ","Collapse"', '" ","收起"'],
  ['"Remove list item ".concat({})', '"删除第 ".concat($1," 项")'],
  ['?"hh:mm":"hh:mm ?m"', '?"时:分":"时:分"'],
  // What is wrong in a form, by the names of the fields.
  [
    '.push(": ",{}.join(", "),", and ".concat({}.length-{}.length," more"))',
    '.push("：",$1.join("、"),"等")',
  ],
  [
    '.push(": ",{}.slice(0,{}.length-1).concat(["and ".concat({}[{}.length-1])]).join(", "))',
    '.push("：",$1.join("、"))',
  ],
  ['.push(": ",{}[0])', '.push("：",$1[0])'],
  // Dates as in Chinese letters, whatever the browser's language; flatpickr reads 2026-11-27 too.
  [
    '({}="default"){return new Intl.DateTimeFormat({}).formatToParts(',
    '($1="zh-CN"){return new Intl.DateTimeFormat($2,{dateStyle:"long"}).formatToParts(',
  ],
  ['.replace("d","dd")),{}}', '.replace("d","dd")),"年/月/日"}'],
];

/** The calendar under a date field (flatpickr). */
const CALENDAR: readonly Literal[] = [
  [
    'shorthand:["Sun","Mon","Tue","Wed","Thu","Fri","Sat"]',
    `shorthand:[${quoted('日一二三四五六')}]`,
  ],
  [
    'longhand:["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"]',
    `longhand:[${quoted('日一二三四五六', '星期')}]`,
  ],
  [
    'shorthand:["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"]',
    `shorthand:[${months()}]`,
  ],
  [
    'longhand:["January","February","March","April","May","June","July","August","September","October","November","December"]',
    `longhand:[${months()}]`,
  ],
  ['rangeSeparator:" to ",weekAbbreviation:"Wk"', 'rangeSeparator:" 至 ",weekAbbreviation:"周"'],
  ['"Scroll to increment"', '"滚动调整"'],
  ['"Click to toggle"', '"点击切换"'],
  ['amPM:["AM","PM"]', 'amPM:["上午","下午"]'],
  ['yearAriaLabel:"Year",monthAriaLabel:"Month"', 'yearAriaLabel:"年",monthAriaLabel:"月"'],
  ['hourAriaLabel:"Hour",minuteAriaLabel:"Minute"', 'hourAriaLabel:"时",minuteAriaLabel:"分"'],
  ['ariaDateFormat:"F j, Y"', 'ariaDateFormat:"Y年n月j日"'],
];

/** The frame around all pages: licence, menus, user. */
const FRAME: readonly Literal[] = [
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

const DIALOGS: readonly Literal[] = [
  [...FOCUS_SENTINEL, 6],
  ['="Close"', '="关闭"', 2],
  ['="Options"', '="更多操作"', 2],
  ['labelA:{}="Off",labelB:{}="On"', 'labelA:$1="关",labelB:$2="开"'],
  ['labelText:{}="Select"', 'labelText:$1="请选择"'],
];

const DROPDOWN: readonly Literal[] = [
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

/**
 * What the scripts of Tasklist 8.6.0 (their names hold a digest of what is in them) say outside the table
 * of words, and where they lose what the gateway says when it refuses. Its own sign-in page, the editor of variables in JSON and the tools for developers are left
 * out: nobody comes there through the gateway.
 */
export const SCRIPT_WORDS: Readonly<Record<string, readonly Literal[]>> = {
  [MAIN_SCRIPT]: [
    ['title:"Internet connection lost"', 'title:"网络连接已断开"'],
    ['"close notification"', '"关闭提示"'],
    [':"Dismiss"', ':"关闭"'],
    ['"You must fill both name and value"', '"名称和值都要填写"'],
    [...FOCUS_SENTINEL, 2],
  ],
  'index-B3pDO-pK.js': FORMS,
  '_baseRest-BQmQXeuY.js': CALENDAR,
  'app-teaser-cards-Clqy3PUM.js': FRAME,
  'Toggle-eyKb0b2k.js': DIALOGS,
  'Dropdown-CdPKR9gE.js': DROPDOWN,
  'Loading-pCFwt6N9.js': [['description:{}="loading"', 'description:$1="正在加载"']],
  'InlineLoading-BW_Unv2c.js': [['?"loading":"not loading"', '?"正在加载":"未在加载"']],
  'Tag-CKH0-7Ut.js': [['"Clear filter"', '"清除筛选"']],
  'index-CXovyQsB.js': [
    ['"Copied!"', '"已复制"'],
    ['"Clear search input"', '"清除查找内容"'],
    ['placeholder:{}="Search"', 'placeholder:$1="查找"'],
    [
      'throw {}!=null?{}:new Error("Could not start process")',
      `throw new Error(${reasonOf('$1')})`,
    ],
    [
      'onSubmitError:()=>{{}(!0),{}(!1)}',
      'onSubmitError:e=>{window.startRefused=e.message,$1(!0),$2(!1)}',
    ],
    [
      'subtitle:{}("processesStartProcessWithModalSubmissionFailed")',
      `subtitle:${chineseOr('window.startRefused', '$1("processesStartProcessWithModalSubmissionFailed")')}`,
    ],
    // A process's id under its name.
    ['className:{}.subtitle,children:{}==={}?"":{}', 'className:$1.subtitle,children:""'],
  ],
  // The calendar of the filters.
  'index-CZ7qgdB-.js': [
    ['locale:{}="en",maxDate', 'locale:$1="zh",maxDate'],
    ['"calendar-container"', '"日历"'],
  ],
  'index-DdLtQXL3.js': [
    ['"Task has been assigned to another user"', '"这项待办已由他人认领"'],
    [
      'if({}!=="Task is not active"&&{}!=="Task is not assigned")return"Service is not reachable"',
      `if($1!=="Task is not active"&&$2!=="Task is not assigned")return ${chineseOr('$1', '"系统暂时没有回应"')}`,
    ],
    ['title:"Completed by"', 'title:"办结人"'],
  ],
  'index-B1Jmofsn.js': [
    [
      'throw {}!=null?{}:new Error("Could not complete task")',
      `throw new Error(${reasonOf('$1')})`,
    ],
    [
      'if({}!=="Task is not active")return {}("taskNotCompletedNotReachable")',
      `if($1!=="Task is not active")return ${chineseOr('$1', '$2("taskNotCompletedNotReachable")')}`,
    ],
    ['"Name is invalid"', '"名称不符合要求"'],
    ['"Name has to be filled"', '"请填写名称"'],
    ['"Name must be unique"', '"名称不能重复"'],
    ['"Value has to be JSON or a literal"', '"值应当是 JSON 或者单个数据"'],
    ['"Structured list section"', '"列表"'],
  ],
  'index-Bx-sNsxb.js': [
    ['active:"Submitting..."', 'active:"正在提交……"'],
    ['error:"Submission failed!"', 'error:"提交未成功"'],
    ['finished:"Submitted!"', 'finished:"已提交"'],
  ],
};

/**
 * Why a completion or a start was refused. Tasklist itself looks for the reason in the wrong place: it stays at
 * "being completed" for ever and says nothing.
 */
function reasonOf(error: string): string {
  return `await ${error}?.response?.json().then(e=>e.message,()=>"")??""`;
}

/** What the gateway says in Chinese is shown as it is. */
function chineseOr(reason: string, otherwise: string): string {
  return `/[一-龥]/.test(${reason})?${reason}:${otherwise}`;
}

function quoted(letters: string, before = ''): string {
  return [...letters].map((letter) => `"${before}${letter}"`).join();
}

function months(): string {
  return Array.from({ length: 12 }, (_, month) => `"${month + 1}月"`).join();
}
