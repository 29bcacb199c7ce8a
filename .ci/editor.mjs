// The editors and shells of users, driven as a person drives them: `npm run test:editor`. The extension for VS Code is built and
// packed; Neovim, Helix and the completion of bash, zsh and fish run with the packed program, set up as the documentation says.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { finish } from './editor/counted.mjs'
import { checkExtension } from './editor/extension.mjs'
import { checkHelix } from './editor/helix.mjs'
import { checkNeovim } from './editor/neovim.mjs'
import { makeProject } from './editor/project.mjs'
import { checkShells } from './editor/shells.mjs'
import { installShells } from './editor/tools.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'authplan-editors-'))

checkExtension(root)
const project = installShells() ? makeProject(root, folder) : undefined
if (project !== undefined) {
  checkNeovim(root, project, folder)
  await checkHelix(root, project, folder)
  await checkShells(project, folder)
}
rmSync(folder, { recursive: true, force: true })
finish()
