const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
};

export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/process/', '<rootDir>/test/browser/', '<rootDir>/test/platform/'],
    },
    {
      ...common,
      displayName: 'process',
      testMatch: ['<rootDir>/test/process/*.test.ts'],
      globalSetup: '<rootDir>/test/process/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/process/support/global-teardown.mjs',
    },
  ],
  testTimeout: 300_000,
};
