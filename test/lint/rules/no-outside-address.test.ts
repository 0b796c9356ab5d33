import { diagramCases } from '../cases.ts';

diagramCases('no-outside-address', {
  valid: [],
  'in-documentation': [['Task_Review', '“https://example.org/a”']],
  'in-property': [['Task_Review', '“//example.org/b”']],
  'in-form-reference': [['Task_Review', '“www.example.org/form”']],
  'in-unknown-extension': [['Task_Review', '“ftp://10.0.0.1/x”']],
});
