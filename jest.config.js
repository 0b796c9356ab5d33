const common = {
  runner: '<rootDir>/test/support/staged-runner.mjs',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript' },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/process/',
        '<rootDir>/test/browser/',
        '<rootDir>/test/platform/',
        '<rootDir>/test/gateway/browser/',
        '<rootDir>/test/gateway/pages/',
      ],
    },
    {
      // Tasklist's own pages in a browser, over answers of ours: it needs the distribution, no engine.
      ...common,
      displayName: 'tasklist',
      testMatch: ['<rootDir>/test/gateway/browser/*.test.ts'],
    },
    {
      // The gateway's own pages in a browser, with nothing behind it.
      ...common,
      displayName: 'gateway-pages',
      testMatch: ['<rootDir>/test/gateway/pages/*.test.ts'],
    },
    {
      // The modeler's editors in a browser, without a platform.
      ...common,
      displayName: 'editors',
      testMatch: ['<rootDir>/test/browser/modeler-{editors,chinese}.test.ts'],
    },
    {
      ...common,
      displayName: 'platform',
      testMatch: ['<rootDir>/test/platform/*.test.ts'],
    },
    {
      ...common,
      displayName: 'process',
      // The one in a browser only files and signs, as the others do: it neither publishes nor moves the clock.
      testMatch: [
        '<rootDir>/test/process/*.test.ts',
        '<rootDir>/test/browser/small-approved.test.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', '/test/process/clock-', 'two-hundred'],
      globalTeardown: '<rootDir>/test/process/support/global-teardown.mjs',
    },
    {
      ...common,
      displayName: 'clock',
      testMatch: ['<rootDir>/test/process/{clock-*,two-hundred}.test.ts'],
      globalTeardown: '<rootDir>/test/process/support/global-teardown.mjs',
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/modeler-(editors|chinese)', '/small-approved'],
      globalTeardown: '<rootDir>/test/process/support/global-teardown.mjs',
    },
  ],
  // The engine, its search and the tests share the cores: with three files at once they starved each other.
  maxWorkers: 2,
  testTimeout: 600_000,
  reporters: ['default', '<rootDir>/test/support/closing-line.mjs'],
};
