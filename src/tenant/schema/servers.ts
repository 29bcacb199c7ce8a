import { flag, list, object, text, wholeNumber } from './parts.ts'

const server = object(
  'a server',
  'A server, or the servers of one version.',
  {
    name: text('server name', 'Its name.'),
    version: text('server version', 'The product version.', { examples: ['2013', '2016', '2019'] }),
    cumulativeUpdate: wholeNumber('cumulative update', 'The number of the cumulative update installed.', 0),
    role: text('server role', 'Its role.', { examples: ['front-end', 'mailbox', 'edge'] }),
    buildOrUpdate: text(
      'server build',
      'The build or update, where the number of a cumulative update does not say it.',
    ),
  },
  ['version'],
)

/** The servers of an on-premises workload. */
export const servers = list('servers', 'The servers of this workload.', server)

/** Our own word for the switch that each product calls differently. */
export const modernAuthentication = flag(
  'modern authentication',
  'Whether the service offers modern authentication to clients.',
)
