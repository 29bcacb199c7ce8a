import { entry, type NoArgs } from './entry.ts'

/** What can be wrong with the form of a file that Export-Clixml wrote. */
export const clixmlProblems = {
  doctype: {
    message: 'the file declares a document type, which could define entities',
    help: 'remove the declaration; `Export-Clixml` writes none',
  },
  entity: {
    message: 'this reference names no character',
    help: 'write `&amp;` for an ampersand; no entity is expanded except the five of XML and characters by number',
  },
  'open-tag': { message: 'this tag is not finished', help: 'export the object again; the file may be cut off' },
  'open-element': {
    message: 'the element that opens here is never closed',
    help: 'export the object again; the file may be cut off',
  },
  'wrong-end': {
    message: 'this closing tag belongs to no element that is open here',
    help: 'export the object again with `Export-Clixml`',
  },
  'not-objects': {
    message: 'the file is XML, and no export of objects',
    help: 'write it with `Export-Clixml`, whose root element is `Objs`',
  },
} as const

/** What can be wrong with the form of a file that Export-Clixml wrote. */
export type ClixmlProblem = keyof typeof clixmlProblems

/** Exports of cmdlets: formats that are broken. */
export const exportCodes = {
  'IMP-21': entry<{ readonly problem: ClixmlProblem }>({
    severity: 'error',
    title: 'not a valid export of Export-Clixml',
    message: ({ problem }) => clixmlProblems[problem].message,
    help: ({ problem }) => clixmlProblems[problem].help,
  }),
  'IMP-23': entry<NoArgs>({
    severity: 'warning',
    title: 'line of a listing that belongs to no field',
    message: () => 'this line belongs to no field of a listing',
    help: () => 'write the listing with `Format-List`, one `Name : value` a line',
  }),
  'IMP-24': entry<NoArgs>({
    severity: 'warning',
    title: 'table where records are expected',
    message: () => 'this is a table for reading, in which columns are cut off and left out',
    help: () => 'export with `ConvertTo-Json -Depth 10`, `Export-Clixml`, `Export-Csv` or `Format-List`',
  }),
}
