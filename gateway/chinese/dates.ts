/**
 * A locale for date-fns, as JavaScript: Tasklist brings date-fns but no Chinese for it. It holds what
 * Tasklist asks for: `format` (years to minutes, weekdays, the short time `p`) and `formatDistance`.
 * `date` and `dateTime` are ours, for main-script.ts.
 */
export const CHINESE_DATES = `{
code:"zh-CN",
date:"yyyy年M月d日",
dateTime:"yyyy年M月d日 p",
formatLong:{date:()=>"yyyy年M月d日",time:()=>"HH:mm",dateTime:()=>"{{date}} {{time}}"},
formatDistance:(unit,count,options)=>{
const names={Seconds:"秒",Minutes:"分钟",Hours:"小时",Days:"天",Weeks:"周",Months:"个月",Years:"年"};
const name=names[Object.keys(names).find((end)=>unit.endsWith(end))];
return count+" "+name+(options?.addSuffix?options.comparison>0?"后":"前":"");
},
localize:{
ordinalNumber:String,
era:(era)=>era?"公元":"公元前",
quarter:(quarter)=>"第"+"一二三四"[quarter-1]+"季度",
month:(month)=>month+1+"月",
day:(day,options)=>(options?.width==="wide"?"星期":"周")+"日一二三四五六"[day],
dayPeriod:(period)=>period==="am"?"上午":"下午"
},
options:{weekStartsOn:1,firstWeekContainsDate:4}
}`;
