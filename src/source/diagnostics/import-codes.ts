import { entry } from './entry.ts'
import { tick } from './words.ts'

/** Exports: what an importer did not understand or could not decide. */
export const importCodes = {
  'IMP-1': entry<{ readonly source: string }>({
    severity: 'warning',
    title: 'export of which nothing is recognized',
    message: ({ source }) => `nothing in ${tick(source)} is recognized`,
    help: () => 'give exports of policies, locations, strengths, domains, organization, users, groups or roles',
  }),
  'IMP-2': entry<{ readonly what: string }>({
    severity: 'error',
    title: 'exports that hold nothing to import',
    message: ({ what }) => `there is nothing to import in ${tick(what)}`,
    help: () => 'give the files or the folder of an export',
  }),
}
