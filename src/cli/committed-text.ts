import { spawnSync } from 'node:child_process'

/** The text of a file of a project in the last commit; undefined outside of a repository, or where it has none. */
export function committedText(cwd: string, name: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['show', `HEAD:./${name}`], {
    cwd,
    encoding: 'utf8',
    timeout: 2000,
    maxBuffer: 1 << 22,
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  })
  return status === 0 ? stdout.replace(/^\ufeff/, '') : undefined
}
