import { entry, type NoArgs } from './entry.ts'
import { tick } from './words.ts'

/** Exports: what an importer did not understand or could not decide. */
export const importCodes = {
  'IMP-1': entry<{ readonly source: string }>({
    severity: 'warning',
    title: 'unrecognized export',
    message: ({ source }) => `nothing in ${tick(source)} was recognized`,
    help: () => 'docs/collect.md lists the supported exports and the commands that write them',
  }),
  'IMP-2': entry<{ readonly file: string; readonly files: number }>({
    severity: 'error',
    title: 'exports with nothing to import',
    message: ({ file, files }) =>
      `there is nothing to import in ${files < 2 ? tick(file) : `any of the ${files} files`}`,
    help: () => 'name the files or the folder of an export',
  }),
  'IMP-3': entry<{ readonly what: string; readonly kept: string; readonly left: string }>({
    severity: 'warning',
    title: 'exports that disagree',
    message: ({ what, kept, left }) =>
      `exports disagree about ${tick(what)}: using ${tick(kept)}, ignoring ${tick(left)}`,
    help: () => 'take all exports on the same day, or leave out the older one',
  }),
  'IMP-4': entry<{ readonly source: string; readonly count: number }>({
    severity: 'warning',
    title: 'unrecognized parts of an export',
    message: ({ source, count }) =>
      `${count === 1 ? 'a part' : `${count} parts`} of ${tick(source)} ${count === 1 ? 'is' : 'are'} not recognized`,
    help: () => 'it is not in the tenant file; remove it from the export if no sign-in depends on it',
  }),
  'IMP-5': entry<NoArgs>({
    severity: 'error',
    title: 'file with a private key',
    message: () => 'the file contains a private key and was not read',
    help: () => 'a tenant export never contains one; move the file out of the folder to a safe place',
  }),
}
