/** A form in Chinese with what form-js speaks up about: every kind of check, lists, dates, tables. */
export const EVERY_FIELD = {
  type: 'default',
  id: 'form',
  schemaVersion: 16,
  components: [
    field('textfield', '名称', { required: true }),
    field('textfield', '文号', { pattern: '^[A-Z]+$' }),
    field('textfield', '简称', { minLength: 3 }),
    field('textfield', '代码', { maxLength: 2 }),
    field('textfield', '邮箱', { validationType: 'email' }),
    field('textfield', '电话', { validationType: 'phone' }),
    field('number', '下限', { min: 10 }),
    field('number', '上限', { max: 10 }),
    { ...field('number', '整数', {}), decimalDigits: 0 },
    { ...field('number', '小数', {}), decimalDigits: 2 },
    { ...field('number', '间隔', {}), increment: '5' },
    { ...field('select', '类别', {}), values: options(), searchable: true },
    { ...field('select', '级别', {}), values: options() },
    { ...field('taglist', '标签', {}), values: options() },
    { ...field('datetime', '日期', {}), subtype: 'date', dateLabel: '日期' },
    {
      ...field('datetime', '会议', {}),
      subtype: 'datetime',
      dateLabel: '会议日期',
      timeLabel: '会议时间',
      timeInterval: 15,
      use24h: true,
      timeSerializingFormat: 'utc_offset',
    },
    {
      type: 'dynamiclist',
      id: 'list',
      path: 'list',
      label: '材料',
      isRepeating: true,
      allowAddRemove: true,
      defaultRepetitions: 3,
      disableCollapse: false,
      nonCollapsedItems: 1,
      components: [field('textfield', '材料名称', {})],
    },
    table('逐页', 1, '=[{"name":"甲"},{"name":"乙"}]'),
    table('空表', 10, '=[]'),
    { type: 'image', id: 'image', source: '' },
    { type: 'iframe', id: 'frame', label: '外部页面', height: 60, url: '' },
  ],
};

function field(type: string, label: string, validate: object) {
  return { type, id: label, key: label, label, validate };
}

function options() {
  return [
    { label: '甲', value: 'a' },
    { label: '乙', value: 'b' },
  ];
}

function table(label: string, rowCount: number, dataSource: string) {
  return {
    type: 'table',
    id: label,
    label,
    rowCount,
    dataSource,
    columns: [{ label: '名称', key: 'name' }],
  };
}
