import { entry, type NoArgs } from './entry.ts'
import { tick } from './words.ts'

/** Exports: what an importer did not understand or could not decide. */
export const importCodes = {
  'IMP-1': entry<{ readonly source: string }>({
    severity: 'warning',
    title: 'export of which nothing is recognized',
    message: ({ source }) => `nothing in ${tick(source)} is recognized`,
    help: () => 'docs/collect.md lists the exports that are read, and the commands that write them',
  }),
  'IMP-2': entry<{ readonly what: string }>({
    severity: 'error',
    title: 'exports that hold nothing to import',
    message: ({ what }) => `there is nothing to import in ${tick(what)}`,
    help: () => 'give the files or the folder of an export',
  }),
  'IMP-3': entry<{ readonly what: string; readonly kept: string; readonly left: string }>({
    severity: 'warning',
    title: 'exports that disagree',
    message: ({ what, kept, left }) =>
      `exports disagree about ${tick(what)}: ${tick(kept)} counts, ${tick(left)} does not`,
    help: () => 'take the exports on one day, or leave the older one out',
  }),
  'IMP-4': entry<{ readonly source: string; readonly count: number }>({
    severity: 'warning',
    title: 'parts of an export that are not recognized',
    message: ({ source, count }) =>
      `${count === 1 ? 'a part' : `${count} parts`} of ${tick(source)} ${count === 1 ? 'is' : 'are'} not recognized`,
    help: () => 'nothing of it is in the tenant file; take it out of the export if no sign-in depends on it',
  }),
  'IMP-5': entry<NoArgs>({
    severity: 'error',
    title: 'file that holds a private key',
    message: () => 'the file holds a private key, and was not read',
    help: () => 'no export of a tenant holds one; take the file out of the folder and keep it where keys are kept',
  }),
}
