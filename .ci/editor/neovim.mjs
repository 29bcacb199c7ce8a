// Neovim with the configuration that the documentation shows, headless: its own client talks to the packed program.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from './counted.mjs'
import { shownIn } from './project.mjs'
import { editorOf } from './tools.mjs'

export function checkNeovim(root, project, folder) {
  const { command, variables } = editorOf(root, 'neovim')
  const home = join(folder, 'neovim')
  mkdirSync(join(home, 'config/nvim'), { recursive: true })
  writeFileSync(join(home, 'config/nvim/init.lua'), shownIn(root, 'docs/editors.md', 'lua'))
  const places = Object.fromEntries(
    ['CONFIG', 'DATA', 'STATE', 'CACHE'].map((name) => [`XDG_${name}_HOME`, join(home, name.toLowerCase())]),
  )
  const words = [...command.slice(1), '--headless', '-c', `luafile ${join(root, '.ci/editor/neovim.lua')}`]
  const env = { ...process.env, ...variables, ...places }
  const { stdout, stderr } = spawnSync(command[0], words, { cwd: project, encoding: 'utf8', env, timeout: 900_000 })
  const lines = stdout.split('\n')
  for (const [at, line] of lines.entries()) {
    const [, word, what] = /^(ok|FAILED) +(.*)$/.exec(line) ?? []
    if (word !== undefined) check(what, word === 'ok', word === 'ok' ? '' : lines[at + 1])
  }
  check('Neovim reaches the end', (stdout.match(/goes through all of it/g) ?? []).length === 2, `${stdout}\n${stderr}`)
}
