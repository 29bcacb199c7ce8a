import { kindsOfClients } from '../../analysis/claims/kinds-of-clients.ts'
import { kindsOfPeople } from '../../analysis/claims/kinds-of-people.ts'

const words = (rows: readonly { readonly words: readonly string[] }[]): string =>
  [...new Set(rows.flatMap(({ words: all }) => all))].sort((one, other) => other.length - one.length).join('|')

const people = `${words(kindsOfPeople)}|members? of|holders? of`
const subjects = `${people}|${words(kindsOfClients)}`
const signIns = '(?:successful )?(?:sign-in|client)s?'

/** The openings of claims about many sign-ins; no name in another sentence starts with one. */
export const claimOpening = `(?:every |nobody |only |at (?:most|least) |(?:no|some) (?:${signIns}|${people}) )`

/** The openings of sentences about plans that would otherwise be read as claims about sign-ins. */
const aboutPlans = 'nobody is stranded in |every (?:stage|exception|gate) '

/** A complete claim as features write it. */
export const claimPhrase = new RegExp(
  `(?!${aboutPlans})${claimOpening}.+|(?:${subjects})(?: .*)? (?:always|never|nowhere)(?: .*)?`,
)
