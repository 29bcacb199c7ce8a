import { kindsOfClients } from '../../analysis/claims/kinds-of-clients.ts'
import { kindsOfPeople } from '../../analysis/claims/kinds-of-people.ts'

const words = (rows: readonly { readonly words: readonly string[] }[]): string =>
  [...new Set(rows.flatMap(({ words: all }) => all))].sort((one, other) => other.length - one.length).join('|')

const people = `${words(kindsOfPeople)}|members? of|holders? of`
const subjects = `${people}|${words(kindsOfClients)}`
const signIns = '(?:successful )?(?:sign-in|client)s?'

/** How a claim about many sign-ins begins; a name in another sentence never does. */
export const claimOpening = `(?:every |nobody |only |at (?:most|least) |(?:no|some) (?:${signIns}|${people}) )`

/** How sentences about plans and logs begin that would otherwise read as claims about sign-ins. */
const noClaims =
  'nobody is stranded (?:in|on day one) |every (?:stage|exception|gate) |at least [0-9.]+ ?% of the recorded '

/** A claim as features write it, from its first word to its last. */
export const claimPhrase = new RegExp(
  `(?!${noClaims})${claimOpening}.+|(?:${subjects})(?: .*)? (?:always|never|nowhere)(?: .*)?`,
)
