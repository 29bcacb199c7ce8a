// Runs the features and fails when none ran: `node .ci/features.mjs [ARGUMENTS OF cucumber-js]`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const messages = join(root, 'out/features.ndjson')
const cucumber = join(
  dirname(createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json')),
  'bin/cucumber.js',
)

mkdirSync(dirname(messages), { recursive: true })
rmSync(messages, { force: true })
const finished = spawnSync(
  process.execPath,
  [
    // A larger young generation, as for the unit tests.
    '--min-semi-space-size=32',
    '--max-semi-space-size=64',
    cucumber,
    '--config',
    'features/cucumber.mjs',
    '--strict',
    '--format',
    'summary',
    '--format',
    `message:${messages}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
)

/** How many scenarios ended in which way; a retried one counts once. */
function count() {
  const attempts = new Map()
  const totals = { passed: 0, failed: 0 }
  const worst = new Map()
  for (const line of readFileSync(messages, 'utf8').split('\n').filter(Boolean)) {
    const { testCaseStarted, testStepFinished, testCaseFinished } = JSON.parse(line)
    if (testCaseStarted) attempts.set(testCaseStarted.id, testCaseStarted.testCaseId)
    if (testStepFinished && testStepFinished.testStepResult.status !== 'PASSED') {
      worst.set(testStepFinished.testCaseStartedId, testStepFinished.testStepResult.status)
    }
    if (testCaseFinished && !testCaseFinished.willBeRetried) {
      totals[worst.has(testCaseFinished.testCaseStartedId) ? 'failed' : 'passed'] += 1
    }
  }
  return totals
}

let totals = { passed: 0, failed: 0 }
try {
  totals = count()
} catch (problem) {
  console.error(`features: no messages to count: ${problem.message}`)
}
const failed = finished.status !== 0 || totals.passed === 0 || totals.failed > 0
if (totals.passed + totals.failed === 0) console.error('features: no scenario ran')
console.log(`features: ${totals.passed} scenarios passed, ${totals.failed} failed`)
process.exitCode = failed ? 1 : 0
