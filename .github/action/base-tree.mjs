// The files of the base branch, in a worktree below the root, so that both versions may refer to files beside them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Mistake } from './inputs.mjs'

function git(root, ...words) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }
  return spawnSync('git', ['-c', 'core.hooksPath=/dev/null', ...words], options)
}

/** Where each file of the head was in the base, for those that git takes for renamed. */
function renamesIn(root, base) {
  const { status, stdout } = git(root, 'diff', '--name-status', '--find-renames', '--diff-filter=R', '-z', base, 'HEAD')
  const words = status === 0 ? stdout.split('\0').filter(Boolean) : []
  const renames = new Map()
  for (let at = 0; at + 2 < words.length; at += 3) renames.set(words[at + 2], words[at + 1])
  return renames
}

/** Checks the base out; `of` gives the earlier version of a file, undefined where the file is new. */
export function baseTree(root, base) {
  if (git(root, 'cat-file', '-e', `${base}^{commit}`).status !== 0) {
    const { status, stderr } = git(root, 'fetch', '--quiet', '--no-tags', '--depth=1', 'origin', base)
    if (status !== 0) throw new Mistake(`the commit ${base} of the base branch cannot be fetched: ${stderr.trim()}`)
  }
  const folder = mkdtempSync(join(root, '.authplan-base-'))
  const { status, stderr } = git(root, 'worktree', 'add', '--quiet', '--force', '--detach', folder, base)
  if (status !== 0) throw new Mistake(`the base branch cannot be checked out: ${stderr.trim()}`)
  const renames = renamesIn(root, base)
  return {
    name: basename(folder),
    of(file) {
      const earlier = [file, renames.get(file.replace(/^\.\//, ''))].find(
        (path) => path !== undefined && existsSync(join(folder, path)),
      )
      return earlier === undefined
        ? undefined
        : { path: `${basename(folder)}/${earlier.replace(/^\.\//, '')}`, earlier }
    },
    remove: () => git(root, 'worktree', 'remove', '--force', folder),
  }
}
