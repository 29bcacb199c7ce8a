import { entry } from './entry.ts'

/** Exports that take more of a machine than an import may. */
export const limitCodes = {
  'IMP-40': entry<{ readonly seconds: number }>({
    severity: 'error',
    title: 'export that takes too long to read',
    sample: { seconds: 30 },
    message: ({ seconds }) =>
      `reading the file was stopped here, after ${seconds} seconds of processor time; nothing was imported`,
    help: () =>
      'split the file, leave it out, or allow more with `--time-limit`; a normal export is read in a few seconds',
  }),
  'IMP-41': entry<{ readonly megabytes: number }>({
    severity: 'error',
    title: 'exports that do not fit into memory',
    sample: { megabytes: 900 },
    message: ({ megabytes }) =>
      `what the exports contain up to here takes more than ${megabytes} MB of memory; nothing was imported`,
    help: () =>
      'export only the columns and objects that the documentation names, import fewer files, or allow more with `--memory-limit`',
  }),
}
