import { type ChildProcess, execFile } from 'node:child_process'
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { locatePackage } from '../../source/files/locate-package.ts'
import { type RemoveIfKilled, type TemporaryFolder, temporaryFolder } from '../../source/files/temporary-folder.ts'
import { fontSettings } from './drawing-browser.ts'

/** A browser to draw with, and the environment variables it needs. */
export interface BrowserChoice {
  readonly executable: string
  readonly origin: 'environment' | 'package' | 'puppeteer' | 'system'
  readonly environment: Environment
}

/** The process environment, or a test's replacement. */
export type Environment = Readonly<Record<string, string | undefined>>

const run = promisify(execFile)

/** Whether there is a file or folder of that path. */
export const exists = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The browser of an npm package, unpacked once and tested before use. */
export async function packagedBrowser(
  environment: Environment,
  removeIfKilled: RemoveIfKilled | undefined,
): Promise<BrowserChoice | undefined> {
  const entry =
    process.platform === 'linux' && process.arch === 'x64' ? locatePackage('@sparticuz/chromium') : undefined
  if (entry === undefined) return undefined
  const folder = await unpackOnce(entry, environment, removeIfKilled)
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

/** Whether the program loads: detects missing system libraries. */
const starts = async (executable: string, environment: Environment): Promise<boolean> =>
  run(executable, ['--version'], { env: { ...environment }, timeout: 20_000 }).then(
    () => true,
    () => false,
  )

/**
 * The folder with the unpacked browser. The package unpacks into the temporary folder of its process and treats
 * existing content as complete, so it runs in a process with its own folder, which is renamed when complete.
 */
async function unpackOnce(
  entry: string,
  environment: Environment,
  removeIfKilled: RemoveIfKilled | undefined,
): Promise<string | undefined> {
  const packageFile = join(dirname(entry), '..', '..', 'package.json')
  // The package's own manifest: npm guarantees a version.
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { readonly version: string }
  const program = 'const c = require(process.argv[1]); (c.default ?? c).executablePath().catch((e) => { throw e })'
  const homes = [environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), tmpdir()]
  for (const home of homes) {
    const folder = join(home, 'authplan', `chromium-${version}`)
    if (await exists(join(folder, 'chromium'))) return folder
    let stage: TemporaryFolder | undefined
    let unpacking: ChildProcess | undefined
    try {
      await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
      const stopWriters = () => unpacking?.kill('SIGKILL')
      stage = temporaryFolder({ removeIfKilled, within: dirname(folder), name: 'unpack-', stopWriters })
      // This variable makes the package unpack its system libraries too.
      const env = { ...environment, TMPDIR: stage.path, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
      const unpacked = run(process.execPath, ['-e', program, entry], { env, timeout: 120_000 })
      unpacking = unpacked.child
      await unpacked
      await writeFile(join(stage.path, 'fonts.conf'), fontSettings(folder))
      await rename(stage.path, folder).catch(() => undefined)
      if (await exists(join(folder, 'chromium'))) return folder
    } catch {
      // No space or no write permission: the next location may work.
    } finally {
      stage?.remove()
    }
  }
  return undefined
}
