import type { Literal } from './literals.ts';

/** What form-js says. bpmn.io's name and link stay as its licence asks. */
export const FORMS: readonly Literal[] = [
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
export const CALENDAR: readonly Literal[] = [
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

function quoted(letters: string, before = ''): string {
  return [...letters].map((letter) => `"${before}${letter}"`).join();
}

function months(): string {
  return Array.from({ length: 12 }, (_, month) => `"${month + 1}月"`).join();
}
