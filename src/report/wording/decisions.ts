import { own } from '../../vocabulary/own.ts'
import type { Answers, Question } from '../../vocabulary/questions.ts'
import { flowWords } from './flows.ts'
import { credentialWords, issuerNames, secondFactorByWords, secondFactorWords, verifierNames } from './nouns.ts'

/** The words of one question: how it is put, and each answer. `about` is the credential or flow asked about. */
type QuestionWords<Q extends Question> = {
  readonly asks: (about: string) => string
  readonly answers: Readonly<Record<Answers[Q], string>>
}

const credentialAnswers = Object.fromEntries(
  Object.entries(credentialWords).map(([id, words]) => [id, words.the]),
  // The keys are those of the words, which an entry list forgets.
) as Record<keyof typeof credentialWords, string>

const questionWords: { readonly [Q in Question]: QuestionWords<Q> } = {
  'client-order': {
    asks: () => 'In which order does the client try its authentication methods?',
    answers: {
      'own-order': 'in its own order',
      modern: 'modern authentication only',
      basic: 'basic authentication only',
      'modern-then-basic': 'modern, then basic authentication',
      'sign-in-assistant': 'the Sign-in Assistant only',
      'modern-then-sign-in-assistant': 'modern authentication, then the Sign-in Assistant',
      'windows-then-basic': 'Windows-integrated, then basic authentication',
      'modern-then-windows-then-basic': 'modern, then Windows-integrated, then basic authentication',
      certificate: 'its certificate only',
      windows: 'Windows-integrated authentication only',
      'modern-then-windows': 'modern, then Windows-integrated authentication',
    },
  },
  'service-offer': {
    asks: (about) => `Does the service offer ${about || 'this'}?`,
    answers: { offered: 'yes', 'switched-off': 'no', 'not-offered': 'no' },
  },
  'service-gate': {
    asks: (about) => `Does the service accept ${about || 'this'}?`,
    answers: { open: 'yes', closed: 'no', 'closed-by-policy': 'no' },
  },
  flow: {
    asks: () => 'Do the client and the service have an authentication method in common?',
    answers: { used: 'yes', closed: 'yes, but the service has disabled it', none: 'no' },
  },
  issuer: { asks: () => 'Who issues the token for the service?', answers: issuerNames },
  'home-realm': {
    asks: () => 'Where does the domain authenticate?',
    answers: {
      managed: 'in Microsoft Entra ID',
      federated: 'at its identity provider',
      elsewhere: 'in its home tenant',
      'not-asked': 'it is not asked',
    },
  },
  'grant-controls': {
    asks: () => 'What does the Conditional Access policy do?',
    answers: {
      blocks: 'it blocks',
      requires: 'it requires controls',
      reports: 'it only reports',
      'session-only': 'it sets session controls only',
      'left-open': 'part of it is not understood',
    },
  },
  'policy-block': {
    asks: () => 'Do policies allow the sign-in?',
    answers: {
      blocked: 'no, they block it',
      'blocked-by-setting': 'no, they block it',
      'registration-blocked': 'no, the required method cannot be registered',
      'cannot-satisfy': 'no, they require something this sign-in cannot provide',
      passes: 'yes',
    },
  },
  'second-factor': {
    asks: () => 'Is a second factor required of the user?',
    answers: {
      required: 'yes',
      'not-required': 'no',
      waived: 'yes, but skipped here',
      'registration-required': 'yes, and the user must register first',
      'may-be-required': 'possibly, the vendor decides',
      'required-elsewhere': 'yes, by the provider of a custom control',
    },
  },
  'app-password': {
    asks: () => 'Does the user have an app password?',
    answers: { exists: 'yes', creatable: 'not yet, but can create one', none: 'no' },
  },
  credential: {
    asks: () => 'Which credential does the client ask for?',
    answers: {
      ...credentialAnswers,
      'password-does-not-suffice': 'none works',
      'no-relay': 'none works',
      nothing: 'none works',
    },
  },
  verifier: { asks: (about) => `Who checks ${about || 'the secret'}?`, answers: verifierNames },
  'account-state': {
    asks: () => 'Can the account be used where it is checked?',
    answers: { usable: 'yes', unusable: 'no' },
  },
  'identity-provider-access': {
    asks: () => 'Does the identity provider allow the sign-in?',
    answers: {
      permits: 'yes',
      denies: 'no, its rules deny it',
      unreachable: 'it cannot be reached',
      'not-asked': 'it is not asked',
    },
  },
  'provider-logon': {
    asks: () => 'How does the user sign in at the identity provider?',
    answers: { 'windows-logon': 'with the Windows logon, without a prompt', 'sign-in-page': 'on its sign-in page' },
  },
  acceptance: {
    asks: (about) => `Is ${about || 'the credential'} accepted?`,
    answers: {
      accepted: 'yes',
      unfit: 'no',
      'account-unusable': 'no',
      refused: 'no',
      'refused-after-password': 'no',
      denied: 'no, the access rules deny it',
      'refused-at-service': 'no',
    },
  },
  'second-factor-outcome': { asks: () => 'What happens to the second factor?', answers: secondFactorWords },
  'second-factor-by': {
    asks: () => 'Who performs the second factor?',
    answers: { ...secondFactorByWords, nobody: 'nobody' },
  },
  'self-service': {
    asks: () => 'Is the user allowed to do this?',
    answers: { possible: 'yes', refused: 'no' },
  },
  'sign-in-method': {
    asks: (about) => `Can ${about || 'this'} be presented?`,
    answers: {
      admissible: 'yes',
      'not-registered': 'no, it is not registered',
      'switched-off': 'no, the tenant has disabled it',
      ended: 'no, the vendor has retired it',
      'not-here': 'no, not with this client on this device',
      'not-enough': 'no, it is not sufficient',
    },
  },
  'method-preference': {
    asks: () => 'Which method is asked for first?',
    answers: {
      'by-rank': 'the highest-ranked one',
      'second-factor-by-rank': 'for the second factor the highest-ranked one',
      'own-choice': 'the one the user chooses',
    },
  },
  'device-sign-in': {
    asks: () => 'Who checks the sign-in to the device?',
    answers: {
      'entra-id': 'Microsoft Entra ID',
      'federated-idp': 'the identity provider',
      'active-directory': 'Active Directory',
      device: 'the device itself',
      'not-possible': 'nobody, the device does not support this sign-in',
    },
  },
  'device-token': {
    asks: () => 'Which primary refresh token does it produce?',
    answers: { none: 'none', 'first-factor': 'one without an MFA claim', multifactor: 'one with an MFA claim' },
  },
  'device-ticket': {
    asks: () => 'Which Active Directory ticket does it produce?',
    answers: { none: 'none', 'at-sign-in': 'one', 'on-use': 'one when a domain resource is used' },
  },
  'silent-sign-in': {
    asks: () => 'What answers instead of the user?',
    answers: {
      'primary-refresh-token': 'the primary refresh token of the device',
      'kerberos-ticket': 'a Kerberos ticket',
      'cached-token': 'the token of an earlier sign-in',
      person: 'nothing, the user signs in',
    },
  },
  'mailbox-gate': {
    asks: () => 'Do the settings of the service allow it?',
    answers: { open: 'yes', closed: 'no' },
  },
}

/** Credentials and flows with their article: flows come first where a service is asked for `certificate` or `none`. */
const askedOfService: Readonly<Record<string, string>> = { ...credentialAnswers, ...flowWords }
const askedElsewhere: Readonly<Record<string, string>> = { ...flowWords, ...credentialAnswers }

function aboutWords(question: Question, about: string | undefined): string {
  const ofService = question.startsWith('service-')
  if (about === undefined) return ofService ? 'this authentication method' : ''
  return own(ofService ? askedOfService : askedElsewhere, about) ?? about
}

/** A question as it is put of this credential or flow. */
export function questionSentence(question: Question, about?: string): string {
  return questionWords[question].asks(aboutWords(question, about))
}

/** The answer to a question in words; an open one names what is missing. */
export function answerWords(question: Question, answer: string | undefined): string {
  if (answer === undefined) return 'undetermined'
  const words: Readonly<Record<string, string>> = questionWords[question].answers
  return own(words, answer) ?? answer
}

/** Question and answer in the few words that fit into a note. */
export function decisionLabel(question: Question, answer: string | undefined, about?: string): string {
  return `${questionSentence(question, about)} ${answerWords(question, answer)}`
}
