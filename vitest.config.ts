import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // One worker for each core: Vitest alone would leave one of two idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
})
