import { entry } from './entry.ts'
import { tick } from './words.ts'

/** Lists of people: columns that are not known. */
export const peopleCodes = {
  'IMP-32': entry<{ readonly header: string }>({
    severity: 'warning',
    title: 'column that is not known',
    message: ({ header }) => `what the column ${tick(header)} says is not known`,
    help: () => 'name it in a file for `--columns`: `Header: userPrincipalName`, or `Header: unused`',
  }),
}
