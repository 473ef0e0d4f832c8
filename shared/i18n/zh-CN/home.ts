// Texts of the desk in Chinese.
export const home = {
  title: '工作台',
  start: '开始观察',
  drafts: '待完成的观察',
  draftsEmpty: '没有未完成的观察',
  today: '今日计划',
  todayEmpty: '今天没有安排观察',
  redLines: '待确认的红线',
  redLinesEmpty: '没有等待确认的红线',
  period: '本期进展',
  backup: '最近备份',
  backupNever: '还没有备份',
  backupNow: '去备份',
  backupToday: '今天已备份',
  backupDays_other: '{{count}} 天前',
} as const;
