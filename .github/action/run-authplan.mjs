// Runs authplan: the version that the repository has installed, otherwise the one that the action names.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A function that runs authplan with some words and ends with its exit code and what it printed. */
export function authplanIn(root, version) {
  const installed = join(root, 'node_modules/authplan/package.json')
  const command = existsSync(installed)
    ? [process.execPath, join(root, 'node_modules/authplan', JSON.parse(readFileSync(installed, 'utf8')).bin.authplan)]
    : ['npx', '--yes', `authplan@${version}`]
  return (...words) => {
    const [program, ...before] = command
    const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] }
    const { status, stdout, stderr, error } = spawnSync(program, [...before, ...words], options)
    return { code: status ?? 2, stdout: stdout ?? '', stderr: error === undefined ? stderr : String(error.message) }
  }
}
