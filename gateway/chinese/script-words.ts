import { CALENDAR, FORMS } from './form-words.ts';
import { DIALOGS, DROPDOWN, FOCUS_SENTINEL, FRAME } from './frame-words.ts';
import type { Literal } from './literals.ts';
import { chineseOr, reasonOf } from './refusals.ts';

/** The script of Tasklist 8.6.0 that holds its words. */
export const MAIN_SCRIPT = 'index-DgxKnUTT.js';

/**
 * What the scripts of Tasklist 8.6.0 (their names hold a digest of what is in them) say outside the table
 * of words, and where they lose what the gateway says when it refuses. Its own sign-in page, the editor of
 * variables in JSON and the tools for developers are left out: nobody comes there through the gateway.
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
