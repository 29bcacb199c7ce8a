import { verifiers } from '../actors.ts'
import { credentials } from '../credentials.ts'
import { fact } from './row.ts'

/** Answers of earlier questions that later ones read. */
export const answersFacts = {
  secondFactor: fact(
    ['not-required', 'required', 'waived', 'registration-required', 'may-be-required', 'required-elsewhere'],
    {
      words: 'second factor',
      of: 'answer',
    },
  ),
  mfaSatisfied: fact(['no', 'remembered', 'claim', 'entra-claim', 'idp-claim'], {
    words: 'second factor already given',
    of: 'answer',
  }),
  credential: fact(credentials, { words: 'credential', of: 'answer' }),
  verifier: fact(verifiers, { words: 'verifier', of: 'answer' }),
  accountState: fact(['usable', 'unusable'], { words: 'state of the account', of: 'answer' }),
  idpAccess: fact(['permits', 'denies', 'unreachable', 'not-asked'], {
    words: 'access at the identity provider',
    of: 'answer',
  }),
}
