import type { Browser } from 'puppeteer'
import { type RemoveIfKilled, temporaryFolder } from '../../source/files/temporary-folder.ts'
import { browserArguments } from './drawing-browser.ts'

/** A browser with a temporary profile, which is deleted when it is closed. */
export interface RunningBrowser {
  readonly browser: Browser
  readonly close: () => Promise<void>
}

interface Start {
  readonly executable: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Starts a browser; its profile is deleted however the process ends. */
export async function startBrowser(
  puppeteer: typeof import('puppeteer'),
  { executable, environment }: Start,
  removeIfKilled: RemoveIfKilled,
): Promise<RunningBrowser> {
  let browser: Browser | undefined
  const stopWriters = (): void => {
    if (browser !== undefined) killAll(browser)
  }
  const profile = temporaryFolder({ removeIfKilled, name: 'authplan-browser-', stopWriters })
  try {
    browser = await puppeteer.launch({
      executablePath: executable,
      headless: 'shell',
      args: [...browserArguments],
      env: { ...environment },
      userDataDir: profile.path,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
  } catch (problem) {
    profile.remove()
    throw problem
  }
  const running = browser
  return {
    browser: running,
    close: async () => {
      await running.close().catch(() => undefined)
      profile.remove()
    },
  }
}

/** Kills the browser and its child processes, which form a process group. */
function killAll(browser: Browser): void {
  const child = browser.process()
  if (child?.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    // It has already ended.
  }
}

/** Why a browser did not start, in our words. */
export function whyNotStarted(problem: unknown): string {
  const text = problem instanceof Error ? problem.message : String(problem)
  if (/ENOENT|not found at the configured/.test(text)) return 'the program does not exist'
  if (text.includes('EACCES')) return 'it is not executable'
  return 'it exited before drawing; run it with --version to see why'
}

/** Why a picture was not drawn, in our words: protocol errors of the browser connection do not help the user. */
export function whyNotDrawn({ connected }: Browser): string {
  return connected ? 'the browser could not draw the diagram' : 'the browser exited before the diagram was drawn'
}
