import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** Writes beside the target and renames, so that no reader ever sees half a file; makes the folders it needs. */
export async function writeAtomically(cwd: string, path: string, data: string | Uint8Array): Promise<void> {
  const target = resolve(cwd, path)
  const folder = dirname(target)
  const unfinished = join(folder, `.${basename(target)}.${process.pid}.part`)
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(unfinished, data)
    await rename(unfinished, target)
  } catch (problem) {
    await rm(unfinished, { force: true })
    throw problem
  }
}
