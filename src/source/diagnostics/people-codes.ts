import { entry } from './entry.ts'
import { tick } from './words.ts'

/** Lists of people: unknown columns. */
export const peopleCodes = {
  'IMP-32': entry<{ readonly header: string }>({
    severity: 'warning',
    title: 'unknown column',
    message: ({ header }) => `the meaning of the column ${tick(header)} is unknown`,
    help: () => 'map it in a file for `--columns`: `Header: userPrincipalName`, or `Header: unused`',
  }),
}
