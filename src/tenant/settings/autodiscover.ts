import { list, text } from '../schema/parts.ts'
import { type Authored, choice, schemaOf, setting } from './setting.ts'

const together = 'the topology is tried as a whole'

/** One endpoint that Active Directory publishes for domain-joined clients. */
export const connectionPointSettings = {
  host: setting<string>(text, {
    title: 'host',
    about: 'The host it names.',
    readBy: 'the order of autodiscover',
    notTried: together,
  }),
  site: setting<string>(text, {
    title: 'site',
    about: 'The Active Directory site it applies to.',
    readBy: 'nothing: it is for readers',
    notTried: together,
  }),
  hosting: choice(['online', 'on-premises'], {
    title: 'hosting',
    about: 'Where the host is. Default: on-premises.',
    readBy: 'the order of autodiscover',
    notTried: together,
  }),
}

const destination = (step: string) =>
  choice(['online', 'on-premises', 'none'], {
    title: 'destination',
    about: `${step} points there.`,
    readBy: 'the order of autodiscover',
    notTried: together,
  })

/** The target of each DNS step of autodiscover. */
export const dnsSettings = {
  rootDomain: destination('The root domain'),
  autodiscoverHost: destination('The host `autodiscover` of the domain'),
  httpRedirect: destination('The redirect over HTTP'),
  srvRecord: destination('The SRV record'),
}

const point = schemaOf('a service connection point', 'One published endpoint.', connectionPointSettings, ['host'])

/** Where mail clients find their endpoints. */
export const autodiscoverSettings = {
  kind: choice(['cloud', 'on-premises', 'hybrid'], {
    title: 'autodiscover topology',
    about: 'The autodiscover endpoints that exist.',
    readBy: 'the order of autodiscover',
    notTried: 'a kind is tried together with its connection points and DNS steps',
  }),
  serviceConnectionPoints: setting<readonly Authored<typeof connectionPointSettings, 'host'>[]>(
    (title, about) => list(title, about, point),
    {
      title: 'service connection points',
      about: 'Published in Active Directory for domain-joined clients.',
      readBy: 'the order of autodiscover',
      notTried: together,
    },
  ),
  dns: setting<Authored<typeof dnsSettings>>((title, about) => schemaOf(`the ${title}`, about, dnsSettings), {
    title: 'DNS steps',
    about: 'The target of each DNS step of autodiscover.',
    readBy: 'the order of autodiscover',
    notTried: together,
  }),
}

/** Where mail clients look for their endpoints, as authored. */
export type AutodiscoverFile = Authored<typeof autodiscoverSettings, 'kind'>
