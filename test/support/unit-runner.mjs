// The unit tests keep both cores busy; a runner of their own lets them be over before the process tests begin,
// which would otherwise wait for an engine that gets no time.
export { default } from 'jest-runner';
