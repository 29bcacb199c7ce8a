import { fact, noYes, yesNo } from './row.ts'

/** What the client brings along. */
export const clientFacts = {
  office: fact(['not-office', '2010-or-earlier', '2013', '2016-or-later'], {
    words: 'Office generation',
    of: 'client',
  }),
  enableAdal: fact(['unset', '0', '1'], { words: 'EnableADAL', of: 'client' }),
  alwaysUseMsoAuth: fact(['unset', '1'], { words: 'AlwaysUseMSOAuthForAutoDiscover', of: 'client' }),
  onPremModernAuth: fact(['unset', '1'], { words: 'EnableExchangeOnPremModernAuth', of: 'client' }),
  adalBuild: fact(yesNo, { words: 'build with modern authentication', of: 'client' }),
  accountSetup: fact(['not-applicable', 'before-modern', 'since-modern'], {
    words: 'when the account was set up',
    of: 'client',
  }),
  skypeExchangeLeg: fact(noYes, { words: 'Skype client calling Exchange', of: 'client' }),
  skypeHome: fact(['online', 'on-premises', 'on-premises-modern'], { words: 'home of the Skype user', of: 'user' }),
  allowAdalForNonLync: fact(['unset', 'set'], { words: 'AllowAdalForNonLyncIndependentOfLync', of: 'client' }),
  switchConcernsClient: fact(noYes, { words: 'the modern authentication switch applies to this client', of: 'client' }),
  modernStated: fact(yesNo, { words: 'stated whether modern authentication is on', of: 'client' }),
  moduleConnects: fact(['yes', 'no', 'msonline-stopped', 'switched-off'], {
    words: 'the module may connect',
    of: 'client',
  }),
  moduleSupport: fact(['given', 'ended'], { words: 'support of the module', of: 'client' }),
  registrarCertificate: fact(['not-held', 'held'], { words: 'certificate of the registrar', of: 'client' }),
  deviceSession: fact(['none', 'domain'], { words: 'Windows logon on the device', of: 'client' }),
}
