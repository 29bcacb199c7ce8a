// All checks. Every check runs, whatever the others say; the last line counts. Those of one group run side by side, each
// in one process, so that no core is idle; what they print is not mixed.
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const unitResults = join(root, 'out/unit.json')
const bin = (name) => join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name)

const groups = [
  [{ name: 'build', command: [process.execPath, '.ci/build.mjs'] }],
  [
    { name: 'types', command: [bin('tsc'), '--noEmit', '-p', '.'] },
    { name: 'lint', command: [bin('biome'), 'ci', '.'] },
  ],
  [
    {
      name: 'unit tests',
      command: [bin('vitest'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitResults}`],
      count: countUnitTests,
    },
  ],
  [
    {
      name: 'features',
      command: [process.execPath, '.ci/features.mjs'],
      count: counted(/features: (\d+) scenarios passed, (\d+) failed/),
    },
    { name: 'reports', command: [process.execPath, '.ci/reports.mjs', '--check'] },
  ],
  [
    {
      name: 'mutants',
      command: [process.execPath, '.ci/mutate.mjs', '--sample', '36'],
      count: counted(/mutants: (\d+) noticed, (\d+) problems/),
    },
    {
      name: 'packed',
      command: [process.execPath, '.ci/packed.mjs'],
      count: counted(/packed: (\d+) checks passed, (\d+) failed/),
    },
  ],
  [{ name: 'drawing', command: [process.execPath, '.ci/draw-one.mjs'] }],
]

/** A skipped test is a failed one. */
function countUnitTests() {
  const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(unitResults, 'utf8'))
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests }
}

/** What has passed and failed, from the last line that a check prints. */
function counted(pattern) {
  return (output) => {
    const [, passed, failed] = pattern.exec(output) ?? []
    if (passed === undefined) throw new Error('no count')
    return { passed: Number(passed), failed: Number(failed) }
  }
}

/** Ends with the exit code of a command and what it printed; `heard` gets each part at once. */
function finished([program, ...words], heard) {
  return new Promise((end) => {
    const shell = process.platform === 'win32'
    const child = spawn(program, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell })
    const stdout = []
    child.stdout.on('data', (data) => {
      stdout.push(data)
      heard(data)
    })
    child.stderr.on('data', heard)
    child.on('error', (error) => heard(Buffer.from(`${error.message}\n`)))
    child.on('close', (status) => end({ status, stdout: Buffer.concat(stdout).toString('utf8') }))
  })
}

/** Runs one check and prints what it prints: at once where it runs alone, otherwise when it has ended. */
async function run({ name, command, count }, alone) {
  const started = performance.now()
  const waiting = [Buffer.from(`\n== ${name}\n`)]
  const print = (data) => process.stdout.write(data)
  if (alone) waiting.splice(0).forEach(print)
  const { status, stdout } = await finished(command, alone ? print : (data) => waiting.push(data))
  waiting.forEach(print)
  const result = countOf(status === 0, count, stdout)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`== ${name}: ${result.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
  return result
}

/** What a check adds to the totals; one that fails adds at least one failure, one that counts nothing has failed. */
function countOf(passed, count, output) {
  const alone = { passed: passed ? 1 : 0, failed: passed ? 0 : 1 }
  if (count === undefined) return alone
  try {
    const counted = count(output)
    return passed && counted.passed > 0 ? counted : { ...counted, failed: Math.max(1, counted.failed) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

rmSync(unitResults, { force: true })
const results = []
for (const group of groups) results.push(...(await Promise.all(group.map((check) => run(check, group.length === 1)))))
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
