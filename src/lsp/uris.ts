import { isAbsolute, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { joinPath } from '../source/text/source-path.ts'

/** The name of a document: its path relative to the project folder, or the absolute path if it is elsewhere. */
export function nameOfUri(cwd: string, uri: string): string {
  const path = pathOfUri(uri)
  if (path === undefined) return uri
  const within = relative(cwd, path)
  return joinPath('', within.startsWith('..') || isAbsolute(within) ? path : within)
}

/** The path of a file URI; undefined for other URIs. */
export function pathOfUri(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

/** The URI of a file name. */
export function uriOfName(cwd: string, name: string): string {
  return /^[a-z][\w+.-]+:/i.test(name) && !/^[a-z]:[/\\]/i.test(name) ? name : pathToFileURL(resolve(cwd, name)).href
}
