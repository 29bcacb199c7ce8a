/** One argument of a tool, as JSON Schema has it. */
export interface ToolArgument {
  readonly type: 'string' | 'array' | 'object'
  readonly description: string
  readonly items?: { readonly type: 'string' }
  /** Where it goes on the command line: an option by name, a word of its own, or a path below the folder. */
  readonly as: 'word' | 'path' | `--${string}`
}

/** A question that an assistant can ask: a command of authplan that reads, with JSON as its answer. */
export interface Tool {
  readonly name: string
  readonly description: string
  readonly command: string
  /** The format of the answer; JSON where nothing is said. */
  readonly format?: 'markdown'
  readonly arguments: Readonly<Record<string, ToolArgument>>
  readonly required: readonly string[]
}

const text = (description: string, as: ToolArgument['as']): ToolArgument => ({ type: 'string', description, as })
const list = (description: string, as: ToolArgument['as']): ToolArgument => ({
  type: 'array',
  items: { type: 'string' },
  description,
  as,
})

const file = text('A tenant file, by its path below the folder of the server.', 'path')
const asOf = text('A date (2026-11-28) or instant; the default is the date of the file.', '--as-of')
const user = text('User principal name or display name.', '--user')
const client = text('A client of the file, or an id of the table `clients`.', '--client')
const purpose = text('Such as read-mail; ids are in the table `purposes`.', '--purpose')
const network = text('A network of the file.', '--network')
const signal = list('Properties of the sign-in, each KEY=VALUE, such as devicePlatform=iOS.', '--signal')

/** The tools; each is read-only, and none takes an option that writes. */
export const tools: readonly Tool[] = [
  {
    name: 'simulate',
    description:
      'Which credential each user must present in each client, who verifies it, which second factor is asked for, and the rule that decides, with its citation. Answer questions about sign-ins from here and not from memory. An outcome `undetermined` names what is missing: it is not a yes.',
    command: 'simulate',
    arguments: {
      file,
      user,
      client,
      purpose,
      network,
      asOf,
      signal,
      where: list('Only sign-ins that match, such as credential=app-password or "by guests".', '--where'),
    },
    required: ['file'],
  },
  {
    name: 'explain',
    description:
      'Every decision behind one sign-in: rules with citations, messages, and why other credentials are refused.',
    command: 'explain',
    format: 'markdown',
    arguments: { file, user, client, purpose, network, asOf, signal },
    required: ['file', 'user', 'client'],
  },
  {
    name: 'check',
    description: 'Errors, warnings and assumptions of tenant files, each with its line and its remedy.',
    command: 'check',
    arguments: { files: list('Tenant files, by their paths below the folder of the server.', 'path') },
    required: ['files'],
  },
  {
    name: 'what-if',
    description:
      "Which Conditional Access policies apply to one sign-in and what they demand together: Graph's evaluate, offline.",
    command: 'what-if',
    arguments: {
      file,
      request: { type: 'object', description: "The body of Graph's conditionalAccess/evaluate.", as: '--request' },
      asOf,
    },
    required: ['file', 'request'],
  },
  {
    name: 'prove',
    description:
      'Whether claims hold for every possible sign-in, such as "legacy clients get in nowhere": proved, refuted with the smallest counterexample, or open.',
    command: 'prove',
    arguments: { file, claims: list('Claims in the words of features.', 'word'), asOf },
    required: ['file', 'claims'],
  },
  {
    name: 'compare',
    description:
      'Whether the policies of one tenant file are stricter or looser than those of another, over every possible sign-in.',
    command: 'compare',
    arguments: {
      file: { ...file, description: 'The earlier tenant file.' },
      other: { ...file, description: 'The later one.' },
    },
    required: ['file', 'other'],
  },
  {
    name: 'diff',
    description: 'For whom verdict, credential, verifier or deciding rule changes between two tenant files.',
    command: 'diff',
    arguments: {
      file: { ...file, description: 'The earlier tenant file.' },
      other: { ...file, description: 'The later one.' },
    },
    required: ['file', 'other'],
  },
  {
    name: 'why-not',
    description: 'The smallest changes of a tenant file that lead a sign-in to a wanted outcome.',
    command: 'why-not',
    arguments: {
      file,
      user,
      client,
      want: text('A verdict, a credential or a method, such as signs-in, interactive or passkey.', '--want'),
      purpose,
      network,
      asOf,
    },
    required: ['file', 'user', 'client', 'want'],
  },
  {
    name: 'gaps',
    description: 'Who cannot sign in, where MFA is bypassed, which policy has no effect; each finding with a witness.',
    command: 'gaps',
    arguments: { file, asOf },
    required: ['file'],
  },
]
