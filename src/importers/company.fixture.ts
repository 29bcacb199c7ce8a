export { exchangeOnlineOfLitware } from './exchange-online-of-litware.fixture.ts'
export { exchangeServerOfLitware } from './exchange-server-of-litware.fixture.ts'
export type { Printed } from './printed.fixture.ts'
export { skypeOfLitware } from './skype-of-litware.fixture.ts'
