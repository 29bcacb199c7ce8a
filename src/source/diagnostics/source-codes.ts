import { entry, type NoArgs } from './entry.ts'
import { type JsonProblem, jsonProblems, type YamlProblem, yamlProblems } from './syntax-problems.ts'
import { anyOf, didYouMean, tick } from './words.ts'

/** What a path can refer to other than a file or a folder. */
export type SpecialFile = 'a pipe' | 'a device' | 'a socket'

/** A file that could not be used. */
export interface FileArgs {
  readonly path: string
}

const megabyte = 1024 * 1024
const megabytes = (bytes: number): string => `${Math.round(bytes / 104857.6) / 10} MB`

/** Reading and parsing: errors before the content is interpreted. */
export const sourceCodes = {
  'SRC-1': entry<FileArgs & { readonly suggestion?: string }>({
    severity: 'error',
    title: 'file not found',
    message: ({ path }) => `no file ${tick(path)}`,
    help: ({ suggestion }) =>
      `check the spelling; the path is relative to the file that names it${didYouMean(suggestion)}`,
  }),
  'SRC-2': entry<FileArgs>({
    severity: 'error',
    title: 'a directory where a file is needed',
    message: ({ path }) => `${tick(path)} is a directory`,
    help: ({ path }) => `name a file in it, for example ${tick(`${path.replace(/\/+$/, '')}/tenant.yaml`)}`,
  }),
  'SRC-3': entry<FileArgs>({
    severity: 'error',
    title: 'no permission to read a file',
    message: ({ path }) => `no permission to read ${tick(path)}`,
    help: () => 'grant yourself read permission',
  }),
  'SRC-4': entry<FileArgs & { readonly reason: string }>({
    severity: 'error',
    title: 'file cannot be read',
    message: ({ path, reason }) => `${tick(path)} cannot be read: ${tick(reason)}`,
    help: () => 'copy the file to a local disk and try again',
  }),
  'SRC-5': entry<FileArgs & { readonly bytes: number; readonly limit: number }>({
    severity: 'error',
    title: 'file too large',
    sample: { path: 'tenant.yaml', bytes: 20 * megabyte, limit: 10 * megabyte },
    message: ({ path, bytes, limit }) =>
      `${tick(path)} has ${bytes > limit ? megabytes(bytes) : 'more bytes'}, but the limit is ${megabytes(limit)}`,
    help: ({ limit }) =>
      limit > 1024 * megabyte
        ? 'split the file'
        : 'keep large populations in a CSV or JSON Lines file and name it with `users: {from: users.csv}`',
  }),
  'SRC-6': entry<FileArgs>({
    severity: 'error',
    title: 'not a text file',
    message: ({ path }) => `${tick(path)} is not a text file`,
    help: () => 'give a YAML, JSON or CSV file; unpack an archive, and save a spreadsheet as CSV',
  }),
  'SRC-7': entry<{ readonly encoding: string }>({
    severity: 'error',
    title: 'invalid bytes for the encoding of the file',
    message: ({ encoding }) => `the bytes here are not valid ${encoding}`,
    help: () => 'save the file as UTF-8',
  }),
  'SRC-8': entry<{ readonly lacks?: 'users' }>({
    severity: 'error',
    title: 'empty file',
    message: ({ lacks }) => (lacks === undefined ? 'the file is empty' : 'the file does not list any users'),
    help: ({ lacks }) =>
      lacks === undefined
        ? 'add content; `authplan init` writes an example to start from'
        : 'write one user per line, below the header row if the file is CSV',
  }),
  'SRC-9': entry<{ readonly problem: YamlProblem }>({
    severity: 'error',
    title: 'not valid YAML',
    sample: { problem: 'open-quote' },
    message: ({ problem }) => yamlProblems[problem].message,
    help: ({ problem }) => yamlProblems[problem].help,
  }),
  'SRC-10': entry<{ readonly key: string }>({
    severity: 'error',
    title: 'duplicate key',
    message: ({ key }) => `${tick(key)} is given twice`,
    help: () => 'keep one of the two; authplan does not guess which one is meant',
  }),
  'SRC-11': entry<{ readonly limit: number }>({
    severity: 'error',
    title: 'aliases that expand to too many values',
    message: ({ limit }) => `the aliases up to here expand to more than ${limit} values`,
    help: () => 'write out the values, or move them to a separate file',
  }),
  'SRC-12': entry<{ readonly alias: string; readonly within: boolean; readonly suggestion?: string }>({
    severity: 'error',
    title: 'alias without an anchor',
    message: ({ alias, within }) =>
      within ? `the alias ${tick(alias)} is inside its own anchor` : `no anchor ${tick(alias)} before this alias`,
    help: ({ alias, within, suggestion }) =>
      within
        ? 'a value cannot contain itself; write out the inner one'
        : `put ${tick(`&${alias}`)} before the intended value, further up${didYouMean(suggestion)}`,
  }),
  'SRC-13': entry<NoArgs>({
    severity: 'error',
    title: 'more than one YAML document',
    message: () => 'a second YAML document starts here',
    help: () => 'keep one document per file: remove the `---` or move the rest to another file',
  }),
  'SRC-14': entry<{ readonly tag: string }>({
    severity: 'error',
    title: 'unknown YAML tag',
    message: ({ tag }) => `the tag ${tick(tag)} has no meaning here`,
    help: () => 'remove the tag; quote text that starts with an exclamation mark',
  }),
  'SRC-15': entry<{ readonly limit: number }>({
    severity: 'error',
    title: 'nested too deeply',
    message: ({ limit }) => `nested more than ${limit} levels deep`,
    help: () => 'no architecture needs so many levels; look for an extra bracket or indent',
  }),
  'SRC-16': entry<NoArgs>({
    severity: 'error',
    title: 'merge key',
    message: () => 'the merge key `<<` is not part of YAML 1.2',
    help: () => 'write out the keys, or use an alias for the whole value',
  }),
  'SRC-17': entry<NoArgs>({
    severity: 'error',
    title: 'a key that is not plain text',
    message: () => 'a key must be plain text, not a list or a mapping',
    help: () => 'put quotes around a key that begins with `[`, `{` or `?`',
  }),
  'SRC-18': entry<{ readonly problem: JsonProblem }>({
    severity: 'error',
    title: 'not valid JSON',
    sample: { problem: 'missing-comma' },
    message: ({ problem }) => jsonProblems[problem].message,
    help: ({ problem }) => jsonProblems[problem].help,
  }),
  'SRC-19': entry<{ readonly expected: number; readonly found: number }>({
    severity: 'error',
    title: 'row with a different number of fields than the header',
    message: ({ expected, found }) =>
      `this row has ${found} ${found === 1 ? 'field' : 'fields'}, but the header has ${expected}`,
    help: () => 'put quotes around a field that contains the delimiter, or complete the row',
  }),
  'SRC-20': entry<{ readonly problem: 'unclosed' | 'text-after-quote' | 'quote-in-field' }>({
    severity: 'error',
    title: 'wrong quoting in a CSV file',
    message: ({ problem }) =>
      problem === 'unclosed'
        ? 'the quote that opens here is never closed'
        : problem === 'text-after-quote'
          ? 'text follows the closing quote of this field'
          : 'a quote appears inside a field that does not start with one',
    help: () => 'enclose the whole field in quotes, and double each quote inside it',
  }),
  'SRC-21': entry<{ readonly column: string }>({
    severity: 'error',
    title: 'two columns with the same name',
    message: ({ column }) => `two columns are named ${tick(column)}`,
    help: () => 'give each column a unique name',
  }),
  'SRC-22': entry<{ readonly pattern: string }>({
    severity: 'error',
    title: 'pattern that matches no file',
    message: ({ pattern }) => `no file matches ${tick(pattern)}`,
    help: () =>
      `check the folder; ${anyOf(['*', '?'])} match part of a name, \`**\` matches any folders, and names that start with a dot must be written out`,
  }),
  'SRC-23': entry<FileArgs>({
    severity: 'error',
    title: 'a file outside the root',
    message: ({ path }) => `${tick(path)} is outside the root`,
    help: () =>
      'move it under the working directory, set another root with `--root DIR`, or trust the files with `--allow-outside`',
  }),
  'SRC-24': entry<FileArgs>({
    severity: 'error',
    title: 'a reference to an unsupported file type',
    message: ({ path }) => `${tick(path)} does not have a supported extension`,
    help: () => 'name a file with the extension .yaml, .yml, .json, .jsonl, .ndjson, .csv or .tsv',
  }),
  'SRC-25': entry<{ readonly path: string; readonly kind: SpecialFile }>({
    severity: 'error',
    title: 'not a regular file',
    message: ({ path, kind }) => `${tick(path)} is ${kind}, not a regular file`,
    help: () => 'copy its contents into a file; for standard input use `/dev/stdin`',
  }),
  'SRC-26': entry<{ readonly errors: number; readonly warnings: number }>({
    severity: 'error',
    title: 'more errors than are shown',
    message: ({ errors, warnings }) =>
      `${errors} more ${errors === 1 ? 'error is' : 'errors are'} not shown${warnings === 0 ? '' : `, nor ${warnings} more ${warnings === 1 ? 'warning' : 'warnings'}`}`,
    help: () => 'fix the ones shown and check again; most of the others probably have the same cause',
  }),
  'SRC-27': entry<{ readonly warnings: number }>({
    severity: 'warning',
    title: 'more warnings than are shown',
    message: ({ warnings }) => `${warnings} more ${warnings === 1 ? 'warning is' : 'warnings are'} not shown`,
    help: () => 'fix the ones shown and check again; most of the others probably have the same cause',
  }),
}
