const TYPES = [
  'textfield',
  'textarea',
  'number',
  'datetime',
  'expression',
  'filepicker',
  'checkbox',
  'checklist',
  'radio',
  'select',
  'taglist',
  'text',
  'image',
  'table',
  'html',
  'documentPreview',
  'spacer',
  'separator',
  'group',
  'dynamiclist',
  'iframe',
  'button',
];
const KEYLESS = [
  'text',
  'image',
  'html',
  'spacer',
  'separator',
  'group',
  'iframe',
  'documentPreview',
];

/** A form with one component of every type form-js knows, and their ids. */
export function everyComponent(id: string): { source: string; ids: string[] } {
  const components = TYPES.map((type) => ({
    id: `Field_${type}`,
    type,
    ...(!KEYLESS.includes(type) && { key: `key_${type}` }),
    ...(type === 'dynamiclist' && { path: 'list', components: [] }),
    ...(type === 'group' && { components: [] }),
    ...(['text', 'html'].includes(type) ? { [type === 'text' ? 'text' : 'content']: '文字' } : {}),
    ...(!['text', 'html', 'spacer', 'separator', 'expression'].includes(type) && { label: '一项' }),
    ...(['checklist', 'radio', 'select', 'taglist'].includes(type) && {
      values: [{ label: '甲', value: 'a' }],
    }),
    ...(type === 'table' && { columns: [{ label: '列', key: 'a' }], dataSource: '=list' }),
    ...(type === 'datetime' && { subtype: 'datetime', dateLabel: '日期', timeLabel: '时间' }),
  }));
  return {
    ids: components.map((component) => component.id),
    source: JSON.stringify({
      type: 'default',
      id,
      schemaVersion: 16,
      executionPlatform: 'Camunda Cloud',
      executionPlatformVersion: '8.6.0',
      components,
    }),
  };
}
