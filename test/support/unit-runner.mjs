// A runner of their own lets the tests without an engine be over before the others begin: both keep two cores busy.
export { default } from 'jest-runner';
