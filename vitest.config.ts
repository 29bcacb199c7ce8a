import { defineConfig } from 'vitest/config'

/** Tests that measure time: each runs with the machine to itself. */
const timed = [
  'src/page/living.test.ts',
  'src/page/page-speed.test.ts',
  'src/report/drawing/draw.test.ts',
  'src/report/growth.test.ts',
  'src/source/text/glob.test.ts',
  'src/simulate/conditional-access/properties.test.ts',
]

/** Tests that replace a module, which a file that shares its modules with others cannot do. */
const replacing = [
  'src/founding-page/founding-page.test.ts',
  'src/gherkin/steps/same-conditions.test.ts',
  'src/cli/write-project.test.ts',
]

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Traces are many short-lived objects: with a larger young generation a quarter of the processor time is saved.
    execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=64'],
    projects: [
      {
        extends: true,
        // One worker for each core: Vitest alone would leave one of two idle. The files of a worker share its
        // modules: loading the product anew for each of two hundred files took longer than the tests themselves.
        test: {
          name: 'unit',
          isolate: false,
          include: ['src/**/*.test.ts'],
          exclude: [...timed, ...replacing],
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'replacing', include: replacing, maxWorkers: '100%', sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        // The files share the modules and the bundled page; one runs after the other.
        test: { name: 'timed', include: timed, isolate: false, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
