import { execFile } from 'node:child_process'
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism, homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, Page } from 'puppeteer'
import { temporaryFolder } from '../../source/files/temporary-folder.ts'
import { type RunningBrowser, startBrowser, whyNotDrawn, whyNotStarted } from './draw-browser.ts'
import { drawCall, drawPageHtml, type PageAnswer } from './draw-page.ts'
import { fontSettings, howToGetABrowser, systemBrowsers } from './drawing-browser.ts'
import type { RemoveIfKilled } from './remove-if-killed.ts'

/** One picture to draw; the name comes back with the result and makes the ids inside an SVG. */
export interface Drawing {
  readonly name: string
  readonly mermaid: string
  readonly format: 'svg' | 'png' | 'pdf'
  readonly theme?: 'default' | 'dark'
}

/** The bytes of one picture, or why there are none. */
export type Drawn =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly name: string; readonly message: string }

/** A browser to draw with and the environment it needs. */
export interface BrowserChoice {
  readonly executable: string
  readonly origin: 'environment' | 'package' | 'puppeteer' | 'system'
  readonly environment: Environment
}

/** The process environment, or what a test puts in its place. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What a caller may decide about a batch; `onProgress` hears each finished picture. */
export interface DrawOptions {
  readonly onProgress?: (done: number, total: number, name: string) => void
  readonly environment?: Environment
  readonly removeIfKilled?: RemoveIfKilled
}

type Opened = ({ readonly ok: true } & RunningBrowser) | { readonly ok: false; readonly message: string }

const run = promisify(execFile)

const backgrounds = { default: 'white', dark: '#333333' } as const

/** Chromium paints at most 16384 pixels a side, so very long diagrams get fewer pixels instead of a cut. */
const mostPixels = 16_000

const exists = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The file of an optional package, installed beside authplan or in the project it runs in. */
function locate(name: string): string | undefined {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(from).resolve(name)
    } catch {
      // not here: the next place may have it
    }
  }
  return undefined
}

/** The browser to draw with: a named one, then the one from the package, then what the system has. */
export async function findBrowser(environment: Environment = process.env): Promise<BrowserChoice | undefined> {
  const named = environment['AUTHPLAN_BROWSER'] || environment['PUPPETEER_EXECUTABLE_PATH']
  if (named) return { executable: named, origin: 'environment', environment }
  const packaged = await packagedBrowser(environment)
  if (packaged) return packaged
  for (const executable of systemBrowsers) {
    if (await exists(executable)) return { executable, origin: 'system', environment }
  }
  return undefined
}

/** The browser that an npm package carries, unpacked once and tried before it is offered. */
async function packagedBrowser(environment: Environment): Promise<BrowserChoice | undefined> {
  const entry = process.platform === 'linux' && process.arch === 'x64' ? locate('@sparticuz/chromium') : undefined
  if (entry === undefined) return undefined
  const folder = await unpackOnce(entry, environment)
  if (folder === undefined) return undefined
  const executable = join(folder, 'chromium')
  const hasFonts = (await exists('/etc/fonts/fonts.conf')) && (await exists('/usr/share/fonts'))
  const fonts = hasFonts ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const plain = { ...environment, ...fonts }
  const libraries = [join(folder, 'al2023', 'lib'), environment['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter)
  for (const candidate of [plain, { ...plain, LD_LIBRARY_PATH: libraries }]) {
    if (await starts(executable, candidate)) return { executable, origin: 'package', environment: candidate }
  }
  return undefined
}

/** Whether the program loads at all: a missing system library shows here. */
const starts = async (executable: string, environment: Environment): Promise<boolean> =>
  run(executable, ['--version'], { env: { ...environment }, timeout: 20_000 }).then(
    () => true,
    () => false,
  )

/**
 * The folder with the unpacked browser. The package unpacks into the temporary folder of its process and takes what it
 * finds there for finished, so it runs in a process with a folder of its own, which is renamed when complete.
 */
async function unpackOnce(entry: string, environment: Environment): Promise<string | undefined> {
  const packageFile = join(dirname(entry), '..', '..', 'package.json')
  // the package's own manifest: npm guarantees a version
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { readonly version: string }
  const program = 'const c = require(process.argv[1]); (c.default ?? c).executablePath().catch((e) => { throw e })'
  const homes = [environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), tmpdir()]
  for (const home of homes) {
    const folder = join(home, 'authplan', `chromium-${version}`)
    if (await exists(join(folder, 'chromium'))) return folder
    try {
      await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
      const stage = await mkdtemp(join(dirname(folder), 'unpack-'))
      // this variable makes the package unpack its system libraries too
      const env = { ...environment, TMPDIR: stage, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
      await run(process.execPath, ['-e', program, entry], { env, timeout: 120_000 })
      await writeFile(join(stage, 'fonts.conf'), fontSettings(folder))
      await rename(stage, folder).catch(() => rm(stage, { recursive: true, force: true }))
      if (await exists(join(folder, 'chromium'))) return folder
    } catch {
      // no room or no right to write: the next home may do
    }
  }
  return undefined
}

/** So many diagrams make it worth while to load another page, which takes as long as some of them. */
const eachPage = 8

/** How many pages to draw on at once: pictures of a page are taken one after the other, SVG is text. */
function pagesFor(diagrams: readonly Drawing[]): number {
  if (diagrams.some(({ format }) => format !== 'svg')) return 1
  return Math.max(1, Math.min(availableParallelism(), 4, Math.floor(diagrams.length / eachPage)))
}

/** Draws all diagrams with one browser, answers in their order; one that fails does not stop the others. */
export async function drawDiagrams(diagrams: readonly Drawing[], options: DrawOptions = {}): Promise<readonly Drawn[]> {
  if (diagrams.length === 0) return []
  const opened = await openBrowser(
    options.environment ?? process.env,
    options.removeIfKilled ?? (() => () => undefined),
  )
  if (!opened.ok) return diagrams.map(({ name }) => ({ ok: false, name, message: opened.message }))
  const results: Drawn[] = []
  const waiting = diagrams.entries()
  let done = 0
  const drawOnPage = async (): Promise<void> => {
    const page = await openPage(opened.browser, options.removeIfKilled)
    // All pages take from the same list, so that none waits for another.
    for (const [index, drawing] of waiting) {
      results[index] = await drawOne(page, drawing)
      done += 1
      options.onProgress?.(done, diagrams.length, drawing.name)
    }
  }
  try {
    await Promise.all(Array.from({ length: pagesFor(diagrams) }, drawOnPage))
    return results
  } catch {
    const message = whyNotDrawn(opened.browser)
    return diagrams.map(({ name }, index) => results[index] ?? { ok: false, name, message })
  } finally {
    await opened.close()
  }
}

/** Starts the chosen browser; what is missing is answered in words. */
async function openBrowser(environment: Environment, removeIfKilled: RemoveIfKilled): Promise<Opened> {
  const entry = locate('puppeteer')
  if (entry === undefined || mermaidFile() === undefined) return { ok: false, message: howToGetABrowser }
  const choice = await findBrowser(environment)
  if (choice === undefined) return { ok: false, message: howToGetABrowser }
  try {
    // loaded by path only when something is drawn; the path is what the type import names
    const puppeteer = createRequire(import.meta.url)(entry) as typeof import('puppeteer')
    return { ok: true, ...(await startBrowser(puppeteer, choice, removeIfKilled)) }
  } catch (problem) {
    return { ok: false, message: `cannot start the browser \`${choice.executable}\`: ${whyNotStarted(problem)}` }
  }
}

/** The script of the mermaid that mermaid-cli itself uses, so both draw the same picture. */
function mermaidFile(): string | undefined {
  const cli = locate('@mermaid-js/mermaid-cli')
  if (cli === undefined) return undefined
  try {
    return createRequire(cli).resolve('mermaid/dist/mermaid.min.js')
  } catch {
    return undefined
  }
}

/** A page with mermaid loaded from its file and no way to any network. */
async function openPage(browser: Browser, removeIfKilled?: RemoveIfKilled): Promise<Page> {
  const folder = temporaryFolder(removeIfKilled)
  try {
    const file = join(folder.path, 'draw.html')
    await writeFile(file, drawPageHtml(pathToFileURL(mermaidFile() ?? '').href))
    const page = await browser.newPage()
    await page.setOfflineMode(true)
    await page.goto(pathToFileURL(file).href)
    return page
  } finally {
    folder.remove()
  }
}

/** Draws one diagram on the page and takes it off in the wanted format. */
async function drawOne(page: Page, { name, mermaid, format, theme = 'default' }: Drawing): Promise<Drawn> {
  const id = `diagram-${name.replace(/[^A-Za-z0-9-]+/g, '-')}`
  try {
    // the page program answers exactly this
    const answer = (await page.evaluate(
      drawCall(id, mermaid, theme, backgrounds[theme], format !== 'svg'),
    )) as PageAnswer
    if ('error' in answer) return { ok: false, name, message: answer.error }
    const { svg, width, height } = answer
    if (format === 'svg') return { ok: true, name, bytes: new TextEncoder().encode(svg) }
    if (format === 'pdf')
      return { ok: true, name, bytes: await page.pdf({ width, height, printBackground: true, pageRanges: '1' }) }
    const scale = Math.min(2, mostPixels / Math.max(width, height))
    const bytes = await page.screenshot({ clip: { x: 0, y: 0, width, height, scale }, captureBeyondViewport: true })
    return { ok: true, name, bytes }
  } catch {
    return { ok: false, name, message: whyNotDrawn(page.browser()) }
  }
}
