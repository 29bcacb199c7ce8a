import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { initFiles } from '../../gherkin/init-templates.ts'
import type { Environment } from '../environment.ts'
import type { DefineCommand } from '../load-command.ts'
import { newCommand } from '../new-command.ts'
import { productVersion } from '../product-version.ts'
import { usageProblem } from '../usage.ts'

/** `authplan init`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'init', {
    notes: 'Writes a tenant, a feature, runner and editor settings, a workflow and a README; it overwrites nothing.',
    examples: [
      { line: 'authplan init', says: 'a project in this folder' },
      {
        line: 'authplan init our-sign-ins && cd our-sign-ins && npm install && npm test',
        says: 'a new folder, then green',
      },
    ],
  })
  command.argument('[DIR]', 'the folder (default: this one)')
  return command.action(async (folder: string | undefined) => {
    await init(folder ?? '.', environment)
    exit(0)
  })
}

async function init(folder: string, environment: Environment): Promise<void> {
  const whole = resolve(environment.cwd, folder)
  const files = initFiles({ name: packageName(basename(whole)), version: productVersion() })
  const taken = files.map(({ path }) => path).filter((path) => existsSync(join(whole, path)))
  if (taken.length > 0)
    throw usageProblem(`${folder} already has ${taken.join(', ')}`, 'choose a folder without them; nothing was written')
  for (const { path, text } of files) await environment.writeFile(join(folder, path), text)
  environment.stdout(files.map(({ path }) => `${join(folder, path).replaceAll('\\', '/')}\n`).join(''))
  environment.stderr(`next: ${folder === '.' ? '' : `cd ${folder} && `}npm install && npm test\n`)
}

/** A folder's name as npm takes it. */
function packageName(folder: string): string {
  const plain = folder
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain === '' ? 'sign-ins' : plain
}
