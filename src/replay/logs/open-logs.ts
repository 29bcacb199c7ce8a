import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { FileInPlace, SourceReader } from '../../source/files/source-reader.ts'
import { decodeText, type Encoding, encodingOf } from '../../source/text/decode-text.ts'
import { isPattern } from '../../source/text/glob.ts'
import type { LogFile, LogShape } from './log-file.ts'
import { isParquet, recognizeLog } from './recognize-log.ts'

/** The logs among the named files. */
export interface OpenedLogs {
  readonly files: readonly LogFile[]
  readonly unreadable: readonly Diagnostic[]
  /** Named explicitly, but not a sign-in log. */
  readonly notLogs: readonly string[]
  /** Pages of JSON in UTF-16, which the engine does not read. */
  readonly wide: readonly string[]
  /** Files in UTF-16 with the higher byte first, which it does not read either. */
  readonly bigEndian: readonly string[]
  /** Below a named folder, but not a sign-in log. */
  readonly passedOver: readonly string[]
}

/** Logs that the engine reads by itself, in UTF-16. */
const inWide = (files: readonly LogFile[], encoding: 'utf-16' | 'utf-16be', isOne: (shape: LogShape) => boolean) =>
  files.filter((file) => file.encoding === encoding && isOne(file.shape)).map(({ name }) => name)

interface Named {
  readonly name: string
  readonly byItself: boolean
}

/** The files of a path: the file itself, all files below a folder, or those that match a pattern. */
function filesOf(path: string, reader: SourceReader): readonly (Named | Diagnostic)[] {
  if (isPattern(path)) return below(path, reader)
  const found = reader.inPlace?.(path)
  if (found === undefined || found.ok || found.diagnostics.every(({ code }) => code !== 'SRC-2'))
    return [{ name: path, byItself: true }]
  const folder = path.replace(/[/\\]+$/, '')
  return below(folder === '.' || folder === '' ? '**/*' : `${folder}/**/*`, reader)
}

function below(pattern: string, reader: SourceReader): readonly (Named | Diagnostic)[] {
  const found = reader.glob(pattern)
  return found.ok ? found.value.map((name) => ({ name, byItself: false })) : found.diagnostics
}

const isNamed = (one: Named | Diagnostic): one is Named => 'byItself' in one

const encodings: Readonly<Partial<Record<Encoding, LogFile['encoding']>>> = {
  'UTF-16LE': 'utf-16',
  'UTF-16BE': 'utf-16be',
}

function logOf(file: FileInPlace): LogFile | undefined {
  const { name, path, bytes, packed, start } = file
  if (!packed && isParquet(start)) return { name, path, bytes, packed, shape: { kind: 'parquet', columns: {} } }
  const decoded = decodeText(start)
  if (decoded.kind === 'binary') return undefined
  const shape = recognizeLog({ text: decoded.text, whole: start.length >= bytes })
  const encoding = encodings[encodingOf(start)] ?? (start[0] === 0xef ? 'utf-8' : undefined)
  return shape && { name, path, bytes, packed, ...(encoding === undefined ? {} : { encoding }), shape }
}

/** Recognizes the logs among files, folders and patterns by the start of each file; reads nothing else here. */
export function openLogs(paths: readonly string[], reader: SourceReader): OpenedLogs {
  const files = new Map<string, LogFile>()
  const unreadable: Diagnostic[] = []
  const notLogs: string[] = []
  const passedOver: string[] = []
  for (const one of paths.flatMap((path) => filesOf(path, reader))) {
    if (!isNamed(one)) {
      unreadable.push(one)
      continue
    }
    const loaded = reader.inPlace?.(one.name)
    if (loaded === undefined) continue
    if (!loaded.ok) {
      unreadable.push(...loaded.diagnostics)
      continue
    }
    const log = logOf(loaded.value)
    if (log !== undefined) files.set(log.path, log)
    else (one.byItself ? notLogs : passedOver).push(one.name)
  }
  const inOrder = [...files.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
  const wide = inWide(inOrder, 'utf-16', (shape) => shape.kind === 'json' && !shape.lines)
  const bigEndian = inWide(inOrder, 'utf-16be', ({ kind }) => kind !== 'server')
  return { files: inOrder, unreadable, notLogs, passedOver, wide, bigEndian }
}
