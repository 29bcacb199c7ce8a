import { list, text, wholeNumber } from '../schema/parts.ts'
import { type Authored, choice, flag, schemaOf, setting } from './setting.ts'

const notTried = 'a server is not replaced to change a sign-in'

/** A server, or the servers of one version. */
export const serverSettings = {
  name: setting<string>(text, {
    title: 'server name',
    about: 'Its name.',
    readBy: 'nothing: it is for readers',
    notTried,
  }),
  version: setting<string>((title, about) => text(title, about, { examples: ['2013', '2016', '2019'] }), {
    title: 'server version',
    about: 'The product version.',
    readBy: 'checks',
    notTried,
  }),
  cumulativeUpdate: setting<number>((title, about) => wholeNumber(title, about, 0), {
    title: 'cumulative update',
    about: 'The number of the cumulative update installed.',
    readBy: 'checks',
    notTried,
  }),
  role: setting<string>((title, about) => text(title, about, { examples: ['front-end', 'mailbox', 'edge'] }), {
    title: 'server role',
    about: 'Its role.',
    readBy: 'nothing: it is for readers',
    notTried,
  }),
  buildOrUpdate: setting<string>(text, {
    title: 'server build',
    about: 'The build or update, if the cumulative update number does not identify it.',
    readBy: 'nothing: it is for readers',
    notTried,
  }),
}

/** One server of a workload as authored. */
export type ServerFile = Authored<typeof serverSettings, 'version'>

const server = schemaOf('a server', 'A server, or the servers of one version.', serverSettings, ['version'])

/** The servers of an on-premises workload. */
export const servers = setting<readonly ServerFile[]>((title, about) => list(title, about, server), {
  title: 'servers',
  about: 'The servers of this workload.',
  readBy: 'checks',
  notTried,
})

/** Our own word for the switch that each product calls differently. */
export const modernAuthentication = flag({
  title: 'modern authentication',
  about: 'Whether the service offers modern authentication to clients.',
  states: 'modernAuthentication',
  tries: 'every value',
  label: 'Modern authentication',
})

/** Who issues tokens for the clients of a server; the prose differs by product. */
export const modernAuthority = (about: string) =>
  choice(['entra-id', 'ad-fs', 'none'], {
    title: 'authorization server',
    about,
    states: 'modernAuthority',
    tries: 'every value',
    label: 'Token issuer',
  })
