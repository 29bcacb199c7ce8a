// What the checks of the editors share: counting what holds, and running programs.
import { spawnSync } from 'node:child_process'

const failures = []
let passed = 0

/** Counts one check; what does not hold is printed with what was seen instead. */
export function check(what, holds, seen = '') {
  console.log(`${holds ? 'ok     ' : 'FAILED '} ${what}`)
  if (holds) passed += 1
  else failures.push(what)
  if (!holds && seen !== '') console.log(seen)
  return holds
}

/** Runs a program to its end; what fails is printed. */
export function ran(program, words, options = {}) {
  const windows = process.platform === 'win32'
  const name = windows && program === 'npm' ? 'npm.cmd' : program
  const { status, stdout, stderr, error } = spawnSync(name, words, { encoding: 'utf8', shell: windows, ...options })
  if (status !== 0) console.error(`${program} ${words.join(' ')}`, error?.message ?? '', stdout, stderr)
  return { ok: status === 0, stdout: stdout ?? '', stderr: stderr ?? '' }
}

/** The last line of the checks, and their exit code. */
export function finish() {
  console.log(`editor: ${passed} passed, ${failures.length} failed`)
  process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1
}
