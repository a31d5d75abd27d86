const shared = {
  transform: {
    '\\.(ts|tsx|mjs|js)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // These packages ship ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(?:.+/node_modules/)?(?:rettime|until-async|@open-draft|@ant-design/colors|@ant-design/fast-color|@ant-design/icons-svg|@noble/hashes|idb)/)',
  ],
  moduleNameMapper: {
    '\\.module\\.css$': '<rootDir>/test/support/styleNames.ts',
    '^antd/dist/antd\\.css$': '<rootDir>/test/support/styleNames.ts',
    '^antd$': '<rootDir>/test/support/antd.ts',
  },
  // `mocks/shell` and `test/hosts` are programs of their own, with their own React.
  modulePathIgnorePatterns: [
    '<rootDir>/dist',
    '<rootDir>/.build',
    '<rootDir>/mocks/shell',
    '<rootDir>/test/hosts',
  ],
}

const unit = {
  ...shared,
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/test/support/strictConsole.ts'],
}

/** Two rooms: plain Node for what has no screen, jsdom for what has one. */
export default {
  // Jest keeps one core for the process that starts the others; it has next to nothing to do while they work.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/together/longestFirst.js',
  // Property tests draw hundreds of cases; on a busy machine one of them takes longer than Jest's own 5 s. What hangs
  // is found by this limit as well, only later. Jest reads it here alone: in a project it has no effect.
  testTimeout: 60_000,
  projects: [
    // Each file by itself: how one file is run.
    {
      ...unit,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/test/{domain,csv,xlsx,reading,fuzz,planted,api,run,journal,tabs,store,host,check,mocks,house,build,model,ui}/**/*.test.ts',
      ],
    },
    // The same tests, the files of a folder as one: how all of them are run.
    {
      ...unit,
      displayName: 'together',
      testMatch: ['<rootDir>/test/together/*.test.ts', '<rootDir>/test/*/alone/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'journeys',
      testEnvironment: '<rootDir>/test/support/environment.ts',
      testMatch: ['<rootDir>/test/{ui,journeys}/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/test/support/strictConsole.ts', '<rootDir>/test/support/screen.ts'],
    },
  ],
}
