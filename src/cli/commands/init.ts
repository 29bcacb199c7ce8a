import { readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type InitFile, initFiles } from '../../gherkin/authoring/init-templates.ts'
import { shellWord } from '../../source/text/shell-word.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment } from '../environment.ts'
import { accepted } from '../load.ts'
import { type ManifestParts, type MergedManifest, mergeManifest } from '../merge-manifest.ts'
import { newCommand } from '../new-command.ts'
import { productVersion } from '../product-version.ts'
import { usageProblem } from '../usage.ts'
import { isTaken, writeProject } from '../write-project.ts'

const manifest = 'package.json'

/** `authplan init`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'init', {
    notes:
      'Writes a tenant, a feature, runner and editor settings, a workflow and a README. Existing files are skipped; an existing package.json gets only the missing scripts and packages.',
    examples: [
      { line: 'authplan init', says: 'a project in this folder' },
      {
        line: 'authplan init our-sign-ins && cd our-sign-ins && npm install && npm test',
        says: 'a new folder, with passing tests',
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
  if (isTaken(whole) && !statSync(whole).isDirectory())
    throw usageProblem(`\`${folder}\` is not a folder`, 'name an existing or a new folder')
  const files = initFiles({ name: packageName(basename(whole)), version: productVersion() })
  const taken = files.filter(({ path }) => isTaken(join(whole, path)))
  const wanted = files.filter((file) => !taken.includes(file))
  const merged = taken.some(({ path }) => path === manifest)
    ? await merge(folder, whole, files, environment)
    : undefined
  await writeProject(whole, wanted, async () => {
    // A link stays one: what it leads to is written.
    if (merged !== undefined && merged.added.length > 0)
      await environment.writeFile(realpathSync(join(whole, manifest)), merged.text)
  })
  environment.stdout(report(folder, wanted, taken, merged))
  const enter = folder === '.' ? '' : `cd ${shellWord(folder)} && `
  const script = merged?.testScript ?? 'test'
  environment.stderr(`next: ${enter}npm install && npm ${script === 'test' ? 'test' : `run ${script}`}\n`)
}

/** The manifest that is there, with what it lacks of ours. */
async function merge(
  folder: string,
  whole: string,
  files: readonly InitFile[],
  environment: Environment,
): Promise<MergedManifest> {
  const name = join(folder, manifest).replaceAll('\\', '/')
  const source = await accepted(environment, environment.reader.read(name))
  // Our own text is what the templates wrote.
  const ours = JSON.parse(files.find(({ path }) => path === manifest)?.text ?? '{}') as ManifestParts
  const merged = await accepted(environment, mergeManifest(source, ours))
  const mark = readFileSync(join(whole, manifest), 'utf8').startsWith('\ufeff') ? '\ufeff' : ''
  return { ...merged, text: mark + merged.text }
}

/** What was done with each file, a line each. */
function report(
  folder: string,
  wanted: readonly InitFile[],
  taken: readonly InitFile[],
  merged: MergedManifest | undefined,
): string {
  const shown = (path: string): string => join(folder, path).replaceAll('\\', '/')
  const added = merged?.added ?? []
  return [
    ...wanted.map(({ path }) => `wrote    ${shown(path)}`),
    ...(added.length === 0 ? [] : [`merged   ${shown(manifest)}: ${added.join(', ')}`]),
    ...taken
      .filter(({ path }) => path !== manifest || added.length === 0)
      .map(({ path }) => `skipped  ${shown(path)}: ${path === manifest ? 'nothing to add' : 'already exists'}`),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

/** A folder's name as npm takes it. */
function packageName(folder: string): string {
  const plain = folder
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
  // No package can install one of its own name.
  return plain === '' ? 'sign-ins' : plain === 'authplan' ? 'authplan-project' : plain
}
