// Builds the package: `node .ci/build.mjs`, or `node .ci/build.mjs --generate` for the generated sources alone.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import * as esbuild from 'esbuild'
import { bundleCli } from './bundle-cli.mjs'
import { bundleLibrary } from './bundle-library.mjs'
import { bundleLiving, bundlePage, pageBundleModule } from './bundle-page.mjs'
import { factShapeModule } from './generate-facts.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const next = join(root, 'out', `dist-${process.pid}`)
const schemaFile = 'src/tenant/tenant-file.schema.ts'
const generatedFolder = 'src/tenant/generated'
const planSchemaFile = 'src/plan/file/plan-file.schema.ts'
/** The same for editors, with what stages may say of the tenant file. */
const planEditorSchemaFile = 'src/plan/file/editor-schema.ts'
const planFolder = 'src/plan/generated'
const factsFile = 'src/vocabulary/facts.ts'
const factShapeFile = 'src/rules/generated/fact-shape.ts'
const pageProgram = 'src/page/main.ts'
const pageFolder = 'src/page/generated'
const generateOnly = process.argv.includes('--generate')

const note = (text) => console.error(`build: ${text}`)

/** Everything a TypeScript file exports, without a loader: bundled in memory and imported. */
async function importTypeScript(file) {
  const built = await esbuild.build({
    entryPoints: [join(root, file)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })
  return import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString('base64')}`)
}

/** Whether a file of the repository is there yet. */
async function has(file) {
  const names = await readdir(join(root, dirname(file))).catch(() => [])
  return names.includes(file.slice(file.lastIndexOf('/') + 1))
}

/** Writes a file only when its text changed, so that watchers stay quiet. */
async function writeIfChanged(file, text) {
  const path = join(root, file)
  const before = await readFile(path, 'utf8').catch(() => undefined)
  if (before === text) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** The schema without what only people and editors read, which the validator would carry along. */
function withoutProse(schema) {
  const prose = (key, value) =>
    typeof value === 'string'
      ? ['title', 'description', '$comment'].includes(key)
      : key === 'examples' && Array.isArray(value)
  return JSON.parse(JSON.stringify(schema, (key, value) => (prose(key, value) ? undefined : value)))
}

/**
 * The code of a validator with errors that are appended to the list there is. Ajv copies the list for each wrong item,
 * which takes minutes for a list of many; the lists belong to the validator, and each call of a part begins a new one.
 */
function appendingErrors(code) {
  const copying = /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\);/g
  const appending = code.replaceAll(copying, 'vErrors = appended(vErrors, $1.errors);')
  if (appending === code || /vErrors\.concat/.test(appending)) throw new Error('the validator joins errors otherwise')
  return `${appending}
function appended(errors, more) {
  if (errors === null) return more
  for (const error of more) errors.push(error)
  return errors
}`
}

/** The code of a validator without the patterns of its schemas, which stand in the code that tests them as well. */
const withoutPatterns = (code) => code.replaceAll(/,"pattern":"(?:[^"\\]|\\.)*"/g, '')

/**
 * The code of a validator with one call for each complaint, and without the place in the schema, which nobody reads: a
 * third of the text of the HTML report's largest part.
 */
function raisingErrors(code) {
  const complaint =
    /const (err\d+) = \{instancePath(?::((?:(?!schemaPath:).)*?))?,schemaPath:(?:(?!keyword:).)*?,keyword:("\w+"),params:((?:(?!vErrors).)*?)\};\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}\s*errors\+\+;/gs
  const raising = code.replaceAll(complaint, (_, _name, place = 'instancePath', keyword, params) => {
    const [own, ofName] = params.split(',propertyName:')
    const type = keyword === '"type"' && ofName === undefined ? /^\{type: ("\w+")\}$/.exec(own)?.[1] : undefined
    // By far the most complaints are of this kind.
    if (type !== undefined) return `vErrors = mistyped(vErrors, ${place}, ${type});errors++;`
    return `vErrors = raised(vErrors, ${place}, ${keyword}, ${own}${ofName === undefined ? '' : `, ${ofName}`});errors++;`
  })
  if (/const err\d+ = \{instancePath/.test(raising)) throw new Error('the validator complains otherwise')
  return `${raising}
function raised(errors, instancePath, keyword, params, propertyName) {
  const error = { instancePath, keyword, params }
  if (propertyName !== undefined) error.propertyName = propertyName
  if (errors === null) return [error]
  errors.push(error)
  return errors
}
function mistyped(errors, instancePath, type) {
  return raised(errors, instancePath, "type", { type })
}`
}

/** The schema with one definition for those that differ in nothing but their prose, which is left out before. */
function withoutRepetition(schema) {
  const names = new Map()
  const firstOf = new Map()
  for (const [name, definition] of Object.entries(schema.definitions ?? {})) {
    const text = JSON.stringify(definition)
    if (!names.has(text)) names.set(text, name)
    else firstOf.set(`#/definitions/${name}`, `#/definitions/${names.get(text)}`)
  }
  if (firstOf.size === 0) return schema
  const shared = JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' ? (firstOf.get(value) ?? value) : value,
  )
  for (const name of firstOf.keys()) delete shared.definitions[name.slice('#/definitions/'.length)]
  // Definitions that refer to what was repeated may be the same now.
  return withoutRepetition(shared)
}

/** The validator of a kind of files as code that needs nothing at run time. */
async function generateValidator(schema, { from, folder, name }) {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true, lines: false },
  })
  const made = standaloneCode(ajv, ajv.compile(withoutRepetition(withoutProse(schema))))
  const source = raisingErrors(appendingErrors(withoutPatterns(made)))
  const bundled = await esbuild.build({
    stdin: { contents: source, resolveDir: root, loader: 'js' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    legalComments: 'none',
    minify: true,
    metafile: true,
    logLevel: 'error',
  })
  const code = bundled.outputFiles[0].text
  const left = Object.values(bundled.metafile.outputs).flatMap((output) => output.imports)
  if (left.length > 0)
    throw new Error(`the generated validator still imports ${left.map(({ path }) => path).join(', ')}`)
  const hash = createHash('sha256').update(JSON.stringify(schema)).digest('hex')
  const heading = `// Generated from ${from}, schema ${hash}.`
  await writeIfChanged(`${folder}/${name}.js`, `${heading}\n${code}`)
  await writeIfChanged(`${folder}/${name}.d.ts`, `// Generated from ${from}.\n${validatorTypes}`)
}

const validatorTypes = `\
/** One complaint of the compiled schema. */
export interface ShapeError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
  readonly propertyName?: string
  readonly message?: string
}

/** The compiled schema: false leaves every complaint in \`errors\`. */
declare const validate: {
  (data: unknown): boolean
  errors?: readonly ShapeError[] | null
}
export { validate }
export default validate
`

/** Compiles the TypeScript sources next to dist/, so that sources that do not compile leave the last build alone. */
function compile() {
  const tsc = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc')
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', next, '--pretty', 'false'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
    child.on('error', fail)
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`tsc ended with ${code}`))))
  })
}

/** The browser programs of the HTML report and of the living documentation as modules of texts. */
async function generatePage() {
  for (const [name, bundle] of [
    ['page-bundle', await bundlePage(root)],
    ['living-bundle', await bundleLiving(root)],
  ]) {
    const { code, types } = pageBundleModule(bundle)
    await writeIfChanged(`${pageFolder}/${name}.js`, code)
    await writeIfChanged(`${pageFolder}/${name}.d.ts`, types)
  }
}

/** Copies generated JavaScript, which the compiler leaves alone. */
async function copyGenerated(folder) {
  const names = await readdir(join(root, folder)).catch(() => [])
  if (names.length === 0) return
  const target = join(dist, folder.replace(/^src\//, ''))
  await mkdir(target, { recursive: true })
  for (const name of names) await copyFile(join(root, folder, name), join(target, name))
}

/** The JSON Schema of every output, a file each. */
async function writeOutputSchemas() {
  const { outputNames, outputSchema } = await importTypeScript('src/report/schemas/output-schemas.ts')
  await mkdir(join(dist, 'schemas'), { recursive: true })
  for (const name of outputNames)
    await writeFile(join(dist, 'schemas', `${name}.schema.json`), `${JSON.stringify(outputSchema(name), null, 1)}\n`)
}

/** Library and command line are bundled, so that they load fast; the command line gets its execute bit. */
async function bundleAll() {
  if (!(await has('src/cli/main.ts'))) return
  await bundleLibrary(root)
  await bundleCli(root)
  await chmod(join(dist, 'cli/main.cjs'), 0o755)
}

const started = performance.now()
await writeIfChanged(factShapeFile, factShapeModule((await importTypeScript(factsFile)).factDomains))
const schema = (await has(schemaFile)) ? (await importTypeScript(schemaFile)).schemaOfTenantFile() : undefined
if (schema === undefined) {
  if (await has(schemaFile)) throw new Error(`${schemaFile} exports no schemaOfTenantFile`)
  note(`no ${schemaFile} yet, so no validator is generated`)
} else {
  await generateValidator(schema, { from: schemaFile, folder: generatedFolder, name: 'validate-tenant-file' })
}
const planSchema = (await importTypeScript(planSchemaFile)).schemaOfPlanFile()
await generateValidator(planSchema, { from: planSchemaFile, folder: planFolder, name: 'validate-plan-file' })
if (await has(pageProgram)) await generatePage()
else note(`no ${pageProgram} yet, so no page is bundled`)

if (!generateOnly) {
  try {
    await compile()
    await rm(dist, { recursive: true, force: true })
    await rename(next, dist)
  } finally {
    await rm(next, { recursive: true, force: true })
  }
  await copyGenerated(generatedFolder)
  await copyGenerated(planFolder)
  await copyGenerated(pageFolder)
  const forEditors = (await importTypeScript(planEditorSchemaFile)).editorSchemaOfPlanFile()
  await writeFile(join(dist, 'migration-plan.schema.json'), `${JSON.stringify(forEditors, null, 1)}\n`)
  await writeOutputSchemas()
  if (schema !== undefined) {
    await writeFile(join(dist, 'tenant-architecture.schema.json'), `${JSON.stringify(schema, null, 1)}\n`)
  }
  await bundleAll()
}
note(`done in ${((performance.now() - started) / 1000).toFixed(1)} s`)
