import { expect, test } from '@jest/globals';
import { whereTo } from '../../site/api/where-to.ts';

test.each([
  '/tasklist',
  '/tasklist/225179981?filter=all-open&sortBy=creation#form',
  '/operate/processes/1',
  '/account',
  '/a//b',
  '/tasklist?next=https://elsewhere.example',
])('%s is led to', (to) => {
  expect(whereTo(to)).toBe(to);
});

test.each([
  null,
  '',
  'tasklist',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '\t//elsewhere.example',
  '/./\\elsewhere.example',
  '/.//elsewhere.example',
  '/x/..//elsewhere.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '@elsewhere.example',
  '/sign-in?to=/sign-in',
  '/api/oidc/sign-in',
  '/api',
])('%j leads to the start page', (to) => {
  expect(whereTo(to)).toBe('/');
});
